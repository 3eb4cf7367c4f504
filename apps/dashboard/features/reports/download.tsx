'use client';

import { Menu } from '@mantine/core';
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
    const { kind, from, to, siteId } = view;
    const result = await request.send({ input: { kind, format, from, to, siteId, locale, profile } });
    if (result.ok) window.location.assign(result.data.requestExport.path);
    else notifications.show({ color: 'red', message: t(`error.${result.problem}`) });
  }

  return (
    <FormatMenu isBusy={request.isSending} onPick={(format) => fetchAs(format)}>
      {view.kind === 'PAYROLL' && (
        <>
          <Menu.Label>{t('reports.profiles')}</Menu.Label>
          {PROFILES.map((profile) => (
            <Menu.Item key={profile} onClick={() => fetchAs('CSV', profile)}>
              {t(`reports.profile.${profile}`)}
            </Menu.Item>
          ))}
        </>
      )}
    </FormatMenu>
  );
}
