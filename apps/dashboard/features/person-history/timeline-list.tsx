'use client';

import { Button } from '@mantine/core';
import type { TimelineKind } from '@rollcall/contracts';
import { useFormatter, useTranslations } from 'next-intl';
import { ProblemNote } from '../../components/ui/problem-note';
import type { EmployeeTimelineQuery } from '../../gql/graphql';
import { groupBy } from './group-by';
import classes from './person-history.module.css';
import { TimelineRow } from './timeline-row';
import { useTimeline } from './use-timeline';

interface TimelineListProps {
  readonly employeeId: string;
  readonly kind: TimelineKind | null;
  readonly pageSize: number;
  /** The first page, as the server loaded it. */
  readonly first: EmployeeTimelineQuery['employeeTimeline'];
}

/** The entries by month; earlier ones are loaded on demand. */
export function TimelineList({ first, ...asked }: TimelineListProps) {
  const t = useTranslations('timeline');
  const format = useFormatter();
  const { entries, hasMore, isLoading, problem, loadMore } = useTimeline(first, asked);
  const monthOf = (at: string) => format.dateTime(new Date(at), { month: 'long', year: 'numeric' });
  const months = groupBy(entries, ({ at }) => monthOf(at));
  return (
    <div className={classes.timeline}>
      {months.map(([month, lines]) => (
        <section key={month} aria-label={month}>
          <h3 className={classes.month}>{month}</h3>
          <ol className={classes.entries}>
            {lines.map((entry) => (
              <TimelineRow key={entry.id} entry={entry} employeeId={asked.employeeId} />
            ))}
          </ol>
        </section>
      ))}
      <div className={classes.foot}>
        <span aria-live="polite">{t('shown', { shown: entries.length, total: first.totalCount })}</span>
        {hasMore && (
          <Button variant="default" size="compact-sm" loading={isLoading} onClick={loadMore}>
            {t('more')}
          </Button>
        )}
      </div>
      {problem && <ProblemNote problem={problem} />}
    </div>
  );
}
