'use client';

import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { type ExportFormat, RequestRetroExportDocument } from '../../gql/graphql';
import { useOperation } from '../../lib/graphql/use-operation';
import { FORMATS, useFileLocale } from '../reports/file-choices';

/** Hands the differences of a period to payroll as a file. */
export function DownloadDeltas({ periodId }: { readonly periodId: string }) {
  const t = useTranslations();
  const locale = useFileLocale();
  const request = useOperation(RequestRetroExportDocument);

  async function fetchAs(format: ExportFormat) {
    const result = await request.send({ input: { periodId, format, locale } });
    if (result.ok) window.location.assign(result.data.requestRetroExport.path);
    else notifications.show({ color: 'red', message: t(`error.${result.problem}`) });
  }

  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          loading={request.isSending}
          leftSection={<IconDownload size={18} aria-hidden="true" />}
        >
          {t('reports.download')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {FORMATS.map((format) => (
          <Menu.Item key={format} onClick={() => fetchAs(format)}>
            {format}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
