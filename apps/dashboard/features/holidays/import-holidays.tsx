'use client';

import { Button, FileButton, Stack, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFileUpload, IconListCheck } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../../components/ui/dialog';
import { FormActions } from '../../components/ui/form-actions';
import { ProblemNote } from '../../components/ui/problem-note';
import type { SiteSummary } from '../auth/require-viewer';
import { SiteSelect } from '../sites/site-select';
import { FillByCountry } from './fill-by-country';
import { writeHolidayLines } from './holiday-lines';
import { ImportPreview } from './import-preview';
import { useHolidayImport } from './use-holiday-import';

interface ImportHolidaysProps {
  readonly sites: readonly SiteSummary[];
  readonly year: number;
}

/** A year of holidays at once: by country, or paste or choose a list; see what it would add, add it. */
export function ImportHolidays({ sites, year }: ImportHolidaysProps) {
  const t = useTranslations('holidays');
  const [isOpen, dialog] = useDisclosure(false);
  const [text, setText] = useState('');
  const [siteId, setSiteId] = useState('');
  const desk = useHolidayImport();

  function close() {
    dialog.close();
    setText('');
    desk.clear();
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (desk.preview === null) return desk.check(text, siteId || null);
    if (await desk.add(siteId || null)) close();
  }

  return (
    <>
      <Button variant="default" leftSection={<IconListCheck size={18} aria-hidden="true" />} onClick={dialog.open}>
        {t('import')}
      </Button>
      <Dialog isOpen={isOpen} onClose={close} title={t('importTitle')}>
        <form onSubmit={submit} noValidate>
          <Stack>
            {desk.problem && <ProblemNote problem={desk.problem} />}
            {desk.preview === null ? (
              <>
                <Text size="sm">{t('importText')}</Text>
                <FillByCountry
                  year={year}
                  onLines={(lines) => setText(writeHolidayLines(lines))}
                  onProblem={desk.fail}
                />
                <Textarea
                  label={t('importList')}
                  placeholder={t('importExample')}
                  autosize
                  minRows={6}
                  maxRows={14}
                  value={text}
                  error={desk.isNothing ? t('importNothing') : null}
                  onChange={(event) => setText(event.currentTarget.value)}
                  data-autofocus
                />
                <FileButton
                  accept=".csv,.txt,.ics,text/csv,text/calendar,text/plain"
                  onChange={async (file) => file && setText(await file.text())}
                >
                  {(button) => (
                    <Button
                      {...button}
                      variant="subtle"
                      leftSection={<IconFileUpload size={18} aria-hidden="true" />}
                      style={{ alignSelf: 'flex-start' }}
                    >
                      {t('importFile')}
                    </Button>
                  )}
                </FileButton>
                <SiteSelect
                  label={t('site')}
                  sites={sites}
                  value={siteId}
                  onChange={(event) => setSiteId(event.currentTarget.value)}
                />
              </>
            ) : (
              <ImportPreview preview={desk.preview} onBack={desk.clear} />
            )}
            <FormActions
              submitLabel={
                desk.preview === null ? t('importCheck') : t('importAdd', { count: desk.preview.added.length })
              }
              isBusy={desk.isBusy}
              onCancel={close}
            />
          </Stack>
        </form>
      </Dialog>
    </>
  );
}
