'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { type Column, DataTable } from '../../components/ui/data-table';
import { CalendarDate, Moment } from '../../components/ui/moment';
import type { PolicyVersionFragment } from '../../gql/graphql';
import { changedLevers, leversOf } from './policy-levers';

interface PolicyVersionsProps {
  /** Newest first. */
  readonly versions: readonly PolicyVersionFragment[];
  /** The number of the version whose values the form began with. */
  readonly shown: number;
}

/** What was in force when, and what each version changed. */
export function PolicyVersions({ versions, shown }: PolicyVersionsProps) {
  const t = useTranslations('rules');
  const columns: Column<PolicyVersionFragment>[] = [
    { id: 'version', header: t('columnVersion'), cell: ({ number }) => t('version', { number }) },
    {
      id: 'from',
      header: t('columnFrom'),
      cell: ({ effectiveFrom }) =>
        effectiveFrom === null ? t('fromBeginning') : <CalendarDate date={effectiveFrom} />,
    },
    { id: 'changed', header: t('columnDifference'), cell: (version) => differenceOf(version) },
    { id: 'created', header: t('columnChanged'), cell: ({ createdAt }) => <Moment at={createdAt} style="date" /> },
    {
      id: 'show',
      header: t('columnShow'),
      isAtEnd: true,
      cell: ({ policyId, number }) =>
        number === shown ? (
          t('shownNow')
        ) : (
          <Link href={`/rules/${policyId}?version=${number}`}>{t('showVersion', { number })}</Link>
        ),
    },
  ];

  function differenceOf(version: PolicyVersionFragment): string {
    const before = versions.find(({ number }) => number === version.number - 1);
    if (before === undefined) return t('firstVersion');
    const changed = changedLevers(leversOf(before), leversOf(version));
    return changed.length === 0 ? t('noDifference') : changed.map((name) => t(`leverShort.${name}`)).join(' · ');
  }

  return <DataTable label={t('versions')} columns={columns} rows={versions} rowId={({ id }) => id} />;
}
