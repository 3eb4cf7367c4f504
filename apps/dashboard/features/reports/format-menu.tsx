'use client';

import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { ExportFormat } from '../../gql/graphql';
import { FORMATS } from './file-choices';

interface FormatMenuProps {
  readonly isBusy: boolean;
  readonly onPick: (format: ExportFormat) => void;
  /** Further files below the formats. */
  readonly children?: ReactNode;
}

/** A button that asks which kind of file is wanted. */
export function FormatMenu({ isBusy, onPick, children }: FormatMenuProps) {
  const t = useTranslations('reports');
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" loading={isBusy} leftSection={<IconDownload size={18} aria-hidden="true" />}>
          {t('download')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {FORMATS.map((format) => (
          <Menu.Item key={format} onClick={() => onPick(format)}>
            {format}
          </Menu.Item>
        ))}
        {children}
      </Menu.Dropdown>
    </Menu>
  );
}
