'use client';

import { notifications } from '@mantine/notifications';
import { useTranslations } from 'next-intl';
import { type ExportFormat, type PayrollProfile, RequestExportDocument } from '../../gql/graphql';
import { useOperation } from '../../lib/graphql/use-operation';
import { useFileLocale } from './file-choices';
import { FormatMenu } from './format-menu';
import type { ReportView } from './report-view';

/** The columns of payroll products, for their programs. */
const PROFILES: readonly PayrollProfile[] = ['GENERIC', 'ADP_LIKE', 'DATEV_LIKE'];

/** Fetches the report on the page as a file. */
export function Download({ view }: { readonly view: ReportView }) {
  const t = useTranslations();
  const locale = useFileLocale();
  const request = useOperation(RequestExportDocument);

  async function fetchAs(format: ExportFormat, profile?: PayrollProfile) {
    const { kind, from, to, siteId, departmentId } = view;
    const result = await request.send({ input: { kind, format, from, to, siteId, departmentId, locale, profile } });
    if (result.ok) window.location.assign(result.data.requestExport.path);
    else notifications.show({ color: 'red', message: t(`error.${result.problem}`) });
  }

  const profiles = view.kind === 'PAYROLL' ? PROFILES : [];
  const more = profiles.map((profile, i) => ({
    id: profile,
    label: t(`reports.profile.${profile}`),
    onSelect: () => void fetchAs('CSV', profile),
    ...(i === 0 ? { heading: t('reports.profiles') } : {}),
  }));
  return <FormatMenu isBusy={request.isSending} onPick={(format) => fetchAs(format)} more={more} />;
}
