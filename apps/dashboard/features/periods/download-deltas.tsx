'use client';

import { notifications } from '@mantine/notifications';
import { useTranslations } from 'next-intl';
import { type ExportFormat, RequestRetroExportDocument } from '../../gql/graphql';
import { useOperation } from '../../lib/graphql/use-operation';
import { useFileLocale } from '../reports/file-choices';
import { FormatMenu } from '../reports/format-menu';

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

  return <FormatMenu isBusy={request.isSending} onPick={fetchAs} />;
}
