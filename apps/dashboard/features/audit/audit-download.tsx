'use client';

import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { type AuditEntryFilter, RequestAuditExportDocument } from '../../gql/graphql';
import { useOperation } from '../../lib/graphql/use-operation';
import { useFileLocale } from '../reports/file-choices';

/** Fetches the entries that the page's filters let through as a file, those of other pages too. */
export function AuditDownload({ filter }: { readonly filter: AuditEntryFilter }) {
  const t = useTranslations();
  const locale = useFileLocale();
  const request = useOperation(RequestAuditExportDocument);

  async function fetchFile() {
    const result = await request.send({ input: { filter, locale, csvDialect: 'SPREADSHEET' } });
    if (result.ok) window.location.assign(result.data.requestAuditExport.path);
    else notifications.show({ color: 'red', message: t(`error.${result.problem}`) });
  }

  return (
    <Button
      variant="default"
      loading={request.isSending}
      leftSection={<IconDownload size={18} aria-hidden="true" />}
      onClick={fetchFile}
    >
      {t('audit.download')}
    </Button>
  );
}
