import { TIMELINE_KINDS, type TimelineKind } from '@rollcall/contracts';
import { IconTimeline } from '@tabler/icons-react';
import { getTranslations } from 'next-intl/server';
import { EmptyState } from '../../components/ui/empty-state';
import { FilterSelect } from '../../components/ui/filter-select';
import { ProblemState } from '../../components/ui/problem-state';
import { Surface } from '../../components/ui/surface';
import { EmployeeTimelineDocument } from '../../gql/graphql';
import { serverQuery } from '../../lib/graphql/server-query';
import classes from './person-history.module.css';
import { TimelineList } from './timeline-list';

/** So many at a time; more come on demand. */
export const TIMELINE_PAGE = 12;

interface ProfileTimelineProps {
  readonly employeeId: string;
  /** Null: all. */
  readonly kind: TimelineKind | null;
}

/** What happened to a person, newest first. */
export async function ProfileTimeline({ employeeId, kind }: ProfileTimelineProps) {
  const t = await getTranslations('timeline');
  const asked = { employeeId, kinds: kind === null ? null : [kind], first: TIMELINE_PAGE };
  const result = await serverQuery(EmployeeTimelineDocument, asked);
  const options = TIMELINE_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }));
  return (
    <Surface title={t('title')} titleId="timeline" isFlush>
      <div className={classes.filter}>
        <FilterSelect name="timeline" label={t('show')} options={options} />
      </div>
      {!result.ok ? (
        <ProblemState problem={result.problem} />
      ) : result.data.employeeTimeline.nodes.length === 0 ? (
        <EmptyState icon={<IconTimeline size={22} />} title={t(kind === null ? 'empty' : 'noMatch')} />
      ) : (
        <TimelineList
          key={`${kind} ${result.data.employeeTimeline.nodes[0]?.id}`}
          employeeId={employeeId}
          kind={kind}
          pageSize={TIMELINE_PAGE}
          first={result.data.employeeTimeline}
        />
      )}
    </Surface>
  );
}
