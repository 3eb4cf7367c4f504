'use client';

import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { ActionMenu, type MenuChoice } from '../../components/ui/action-menu';
import type { ExportFormat } from '../../gql/graphql';
import { FORMATS } from './file-choices';

interface FormatMenuProps {
  readonly isBusy: boolean;
  readonly onPick: (format: ExportFormat) => void;
  /** Further files below the formats. Default none. */
  readonly more?: readonly MenuChoice[];
}

/** A button that asks which kind of file is wanted. */
export function FormatMenu({ isBusy, onPick, more = [] }: FormatMenuProps) {
  const t = useTranslations('reports');
  return (
    <ActionMenu
      trigger={
        <Button variant="default" loading={isBusy} leftSection={<IconDownload size={18} aria-hidden="true" />}>
          {t('download')}
        </Button>
      }
      choices={[...FORMATS.map((format) => ({ id: format, label: format, onSelect: () => onPick(format) })), ...more]}
    />
  );
}
