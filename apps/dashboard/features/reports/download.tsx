'use client';

import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { type ExportFormat, type PayrollProfile, RequestExportDocument } from '../../gql/graphql';
import { useOperation } from '../../lib/graphql/use-operation';
import { FORMATS, useFileLocale } from './file-choices';
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
      </Menu.Dropdown>
    </Menu>
  );
}
