import { getTranslations } from 'next-intl/server';
import { ProblemState } from '../../components/ui/problem-state';
import { Surface } from '../../components/ui/surface';
import { ReportMailsDocument, ReportReadersDocument } from '../../gql/graphql';
import { serverQuery } from '../../lib/graphql/server-query';
import { may } from '../auth/may';
import type { SiteSummary } from '../auth/require-viewer';
import type { Named, ReportView } from '../reports/report-view';
import { AddReportMail } from './add-report-mail';
import classes from './report-mails.module.css';
import { ReportMailsTable } from './report-mails-table';

interface ReportMailsSectionProps {
  /** The report on the page: what is offered first. */
  readonly view: ReportView;
  readonly sites: readonly SiteSummary[];
  readonly departments: readonly Named[];
  readonly viewer: { readonly id: string; readonly scopes: readonly string[] };
}

/** Which reports are sent by mail again and again, and what became of it. */
export async function ReportMailsSection({ view, sites, departments, viewer }: ReportMailsSectionProps) {
  const t = await getTranslations('reportMails');
  const [result, readers] = await Promise.all([
    serverQuery(ReportMailsDocument, {}),
    may(viewer, 'users:manage') ? serverQuery(ReportReadersDocument, {}) : null,
  ]);
  // Whoever is an employee only reads no reports: the API refuses a letter to them.
  const users = (readers?.ok ? readers.data.users.nodes : []).filter(
    ({ deactivatedAt, roles }) => deactivatedAt == null && roles.some((role) => role !== 'EMPLOYEE'),
  );
  const canAttach = may(viewer, 'exports:write');
  const offer = { view, sites, departments, users, canAttach, viewerId: viewer.id };
  return (
    <Surface title={t('title')} titleId="report-mails" actions={<AddReportMail {...offer} />} isFlush>
      {!result.ok && <ProblemState problem={result.problem} />}
      {result.ok && result.data.reportSchedules.nodes.length === 0 && <p className={classes.none}>{t('empty')}</p>}
      {result.ok && result.data.reportSchedules.nodes.length > 0 && (
        <ReportMailsTable rows={result.data.reportSchedules.nodes} offer={offer} />
      )}
    </Surface>
  );
}
