'use client';

import { Button, FileInput, Group, NativeSelect, SegmentedControl, Stack, Switch, Text } from '@mantine/core';
import { LIMITS } from '@rollcall/contracts';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import type { DateFormat } from '../../gql/graphql';
import type { SiteSummary } from '../auth/require-viewer';
import { DATE_FORMATS, DEFAULT_OPTIONS, IMPORT_WHATS, type ImportOptions, type ImportWhat } from './import-options';

const ACCEPT = { MARKS: '.csv,.xlsx,.dat,.txt', PEOPLE: '.csv,.xlsx,.zip' } as const;

interface ImportFormProps {
  readonly sites: readonly SiteSummary[];
  readonly isBusy: boolean;
  readonly onCheck: (file: File, options: ImportOptions) => void;
}

/** Which file, and how to read it. */
export function ImportForm({ sites, isBusy, onCheck }: ImportFormProps) {
  const t = useTranslations();
  const [options, setOptions] = useState(DEFAULT_OPTIONS);
  const [file, setFile] = useState<File | null>(null);
  const [error, setError] = useState<string | null>(null);
  const change = (some: Partial<ImportOptions>) => setOptions({ ...options, ...some });
  const { what, dateFormat, siteId, ignoreKinds, replacePhotos } = options;

  function submit(event: FormEvent) {
    event.preventDefault();
    if (file === null) return setError(t('imports.fileNeeded'));
    if (file.size === 0) return setError(t('imports.fileEmpty'));
    if (file.size > LIMITS.maxRequestBytes) return setError(t('imports.fileTooLarge'));
    setError(null);
    onCheck(file, options);
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <SegmentedControl
          aria-label={t('imports.what')}
          data={IMPORT_WHATS.map((value) => ({ value, label: t(`imports.whats.${value}`) }))}
          value={what}
          onChange={(value) => change({ what: value as ImportWhat })}
        />
        <Text size="sm" c="dimmed">
          {t(`imports.columns.${what}`)}
        </Text>
        <FileInput
          label={t('imports.file')}
          placeholder={t(`imports.filePlaceholder.${what}`)}
          accept={ACCEPT[what]}
          styles={{ placeholder: { color: 'var(--rc-muted)' } }}
          leftSection={<IconFileSpreadsheet size={18} aria-hidden="true" />}
          clearable
          clearButtonProps={{ 'aria-label': t('imports.clearFile') }}
          value={file}
          error={error}
          onChange={setFile}
        />
        <NativeSelect
          label={t('imports.dateFormat')}
          data={DATE_FORMATS.map((value) => ({ value, label: t(`imports.dateFormats.${value}`) }))}
          value={dateFormat}
          onChange={(event) => change({ dateFormat: event.currentTarget.value as DateFormat })}
        />
        {what === 'MARKS' && (
          <>
            <NativeSelect
              label={t('imports.site')}
              data={[
                { value: '', label: t('imports.ownSite') },
                ...sites.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              value={siteId}
              onChange={(event) => change({ siteId: event.currentTarget.value })}
            />
            <Switch
              label={t('imports.ignoreKinds')}
              description={t('imports.ignoreKindsHint')}
              checked={ignoreKinds}
              onChange={(event) => change({ ignoreKinds: event.currentTarget.checked })}
            />
          </>
        )}
        {what === 'PEOPLE' && (
          <Switch
            label={t('imports.replacePhotos')}
            description={t('imports.replacePhotosHint')}
            checked={replacePhotos}
            onChange={(event) => change({ replacePhotos: event.currentTarget.checked })}
          />
        )}
        <Group justify="flex-end">
          <Button type="submit" loading={isBusy}>
            {t('imports.check')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
