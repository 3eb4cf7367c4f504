import { useTranslations } from 'next-intl';
import { Stat } from '../../components/ui/stat';
import type { Overview } from './load-overview';
import classes from './overview.module.css';

export function OverviewStats({ overview }: { readonly overview: Overview }) {
  const t = useTranslations('overview');
  const { date, presence, refused, hasMoreAttempts } = overview;
  const { onBreakCount, unsureCount } = presence;
  const isElsewhere = onBreakCount + unsureCount > 0;
  const refusedCount = refused?.length ?? 0;
  return (
    <div className={classes.stats}>
      <Stat
        label={t('inNow')}
        value={presence.inCount}
        hint={isElsewhere ? t('elsewhere', { onBreak: onBreakCount, unsure: unsureCount }) : undefined}
        href="/attendance?status=IN_PROGRESS"
      />
      <Stat
        label={t('presentToday')}
        value={overview.presentCount}
        hint={t('ofActive', { count: overview.activeCount })}
        href={`/attendance?date=${date}`}
      />
      <Stat label={t('marksToday')} value={overview.markCount} href={`/attendance?date=${date}&view=marks`} />
      {refused && (
        <Stat
          label={t('refusedToday')}
          value={hasMoreAttempts ? t('moreThan', { count: refusedCount }) : refusedCount}
          hint={refusedCount === 0 ? t('refusedNone') : t('refusedSome')}
          href={`/attempts?from=${date}`}
        />
      )}
      <Stat
        label={t('noFace')}
        value={overview.withoutFaceCount}
        hint={t('noFaceHint')}
        href="/employees?status=ACTIVE&face=NOT_ENROLLED"
      />
    </div>
  );
}
