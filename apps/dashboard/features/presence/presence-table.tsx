'use client';

import { useTranslations } from 'next-intl';
import { type Column, DataTable } from '../../components/ui/data-table';
import { Moment } from '../../components/ui/moment';
import { None } from '../../components/ui/none';
import { Person } from '../../components/ui/person';
import { Pill, type Tone } from '../../components/ui/pill';
import type { EvacuationQuery } from '../../gql/graphql';
import type { SiteSummary } from '../auth/require-viewer';
import classes from './presence.module.css';

type Group = EvacuationQuery['evacuationList']['sites'][number];
type Row = Group['people'][number] & { readonly siteId: string | null; readonly siteName: string | null };

const STATES = {
  IN: { tone: 'good', label: 'in' },
  ON_BREAK: { tone: 'quiet', label: 'onBreak' },
  UNSURE: { tone: 'warn', label: 'unsure' },
} as const satisfies Record<string, { tone: Tone; label: string }>;

const stateOf = (state: string) => STATES[state as keyof typeof STATES] ?? STATES.UNSURE;

interface PresenceTableProps {
  readonly rows: readonly Row[];
  readonly sites: readonly SiteSummary[];
}

/** On paper each row gets a box to tick at the assembly point. */
export function PresenceTable({ rows, sites }: PresenceTableProps) {
  const t = useTranslations('presence');
  const siteOf = (siteId: Row['siteId']) => sites.find(({ id }) => id === siteId);
  const columns: Column<Row>[] = [
    {
      id: 'person',
      header: t('person'),
      cell: ({ employeeId, name, number }) => (
        <span className={classes.person}>
          <span className={classes.box} aria-hidden="true" />
          <Person name={name} number={number} href={`/employees/${employeeId}`} />
        </span>
      ),
    },
    { id: 'department', header: t('department'), cell: ({ departmentName }) => departmentName ?? <None /> },
    { id: 'site', header: t('site'), cell: ({ siteName }) => siteName ?? <None /> },
    {
      id: 'since',
      header: t('since'),
      cell: ({ sinceAt, siteId }) => <Moment at={sinceAt} style="dateTime" timeZone={siteOf(siteId)?.timeZone} />,
    },
    {
      id: 'state',
      header: t('state'),
      cell: ({ state }) => <Pill tone={stateOf(state).tone}>{t(stateOf(state).label)}</Pill>,
    },
  ];
  return <DataTable label={t('title')} columns={columns} rows={rows} rowId={({ employeeId }) => employeeId} />;
}
