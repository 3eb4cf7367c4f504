'use client';

import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload } from '@tabler/icons-react';
import { useLocale, useTranslations } from 'next-intl';
import { type ExportFormat, type ReportLocale, RequestExportDocument } from '../../gql/graphql';
import type { Locale } from '../../i18n/locales';
import { useOperation } from '../../lib/graphql/use-operation';
import type { ReportView } from './report-view';

/** Files are headed in the language of the page, if there are headings in it. */
const LOCALE_OF: Readonly<Partial<Record<Locale, ReportLocale>>> = { de: 'DE', 'ar-u-nu-latn': 'AR' };

const FORMATS: readonly ExportFormat[] = ['XLSX', 'PDF', 'CSV', 'JSON'];

/** Fetches the report on the page as a file. */
export function Download({ view }: { readonly view: ReportView }) {
  const t = useTranslations();
  const locale = LOCALE_OF[useLocale()] ?? 'EN';
  const request = useOperation(RequestExportDocument);

  async function fetchAs(format: ExportFormat) {
    const { kind, from, to, siteId } = view;
    const result = await request.send({ input: { kind, format, from, to, siteId, locale } });
    if (result.ok) window.location.assign(result.data.requestExport.path);
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
