import { IconReportOff } from '@tabler/icons-react';
import { getTranslations } from 'next-intl/server';
import { EmptyState } from '../../components/ui/empty-state';
import { PageHeader } from '../../components/ui/page-header';
import { ProblemState } from '../../components/ui/problem-state';
import { Surface } from '../../components/ui/surface';
import type { SearchParams } from '../../lib/navigation/page-params';
import { dateIn } from '../../lib/time/zoned-day';
import { may } from '../auth/may';
import { requireViewer } from '../auth/require-viewer';
import { ReportMailsSection } from '../report-mails/report-mails-section';
import { loadDepartments } from '../sites/load-departments';
import { Download } from './download';
import { loadReport, readReport, SHOWN_ROWS } from './load-report';
import { MusterLegend } from './muster-legend';
import { ReportFilters } from './report-filters';
import { ReportTable } from './report-table';
import type { ReportRow } from './report-view';
import classes from './reports.module.css';

export async function ReportsPage({ params }: { readonly params: SearchParams }) {
  const signedIn = await requireViewer();
  if (!signedIn.ok) return <ProblemState problem={signedIn.problem} />;
  const { sites, timeZone, viewer } = signedIn.data;
  const t = await getTranslations('reports');
  const view = readReport(params, dateIn(timeZone, new Date()));
  const [result, departments] = await Promise.all([loadReport(view), loadDepartments()]);
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={may(viewer, 'exports:write') && <Download view={view} />}
      />
      <Surface isFlush>
        <ReportFilters view={view} sites={sites} departments={departments} />
        {!result.ok && <ProblemState problem={result.problem} />}
        {result.ok && result.data.attendanceReport.totalCount === 0 && (
          <EmptyState icon={<IconReportOff size={22} />} title={t('empty')} text={t('emptyText')} />
        )}
        {result.ok && result.data.attendanceReport.totalCount > 0 && (
          <>
            <ReportTable
              kind={view.kind}
              columns={result.data.attendanceReport.columns}
              rows={result.data.attendanceReport.rows as readonly ReportRow[]}
              totals={result.data.attendanceReport.totals as Readonly<Record<string, number>>}
            />
            {view.kind === 'MUSTER' && <MusterLegend />}
            <p className={classes.count}>
              {t('rows', { count: result.data.attendanceReport.totalCount })}
              {result.data.attendanceReport.totalCount > SHOWN_ROWS && ` · ${t('more', { shown: SHOWN_ROWS })}`}
            </p>
          </>
        )}
      </Surface>
      <div className={classes.below}>
        <ReportMailsSection view={view} sites={sites} departments={departments} viewer={viewer} />
      </div>
    </>
  );
}
