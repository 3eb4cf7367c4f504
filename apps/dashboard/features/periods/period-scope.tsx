'use client';

import { useTranslations } from 'next-intl';
import { CalendarDate } from '../../components/ui/moment';

/** Names of places and departments by their ids. */
export interface ScopeNames {
  readonly sites: readonly { readonly id: string; readonly name: string }[];
  readonly departments: readonly { readonly id: string; readonly name: string }[];
}

/** Two dates, both included. */
export function DateRange({ from, to }: { readonly from: string; readonly to: string }) {
  return (
    <span className="tabular">
      <CalendarDate date={from} /> – <CalendarDate date={to} />
    </span>
  );
}

interface PeriodScopeProps {
  readonly siteId: string | null;
  readonly departmentId: string | null;
  readonly names: ScopeNames;
}

/** Whose days a period or a sign-off stands for. */
export function PeriodScope({ siteId, departmentId, names }: PeriodScopeProps) {
  const t = useTranslations();
  const nameIn = (list: ScopeNames['sites'], id: string) =>
    list.find((one) => one.id === id)?.name ?? t('common.unknown');
  const parts = [
    ...(siteId === null ? [] : [nameIn(names.sites, siteId)]),
    ...(departmentId === null ? [] : [nameIn(names.departments, departmentId)]),
  ];
  return <bdi>{parts.length === 0 ? t('periods.everybody') : parts.join(' · ')}</bdi>;
}
