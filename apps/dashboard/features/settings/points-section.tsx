import { IconAdjustmentsOff } from '@tabler/icons-react';
import { getFormatter, getTranslations } from 'next-intl/server';
import { EmptyState } from '../../components/ui/empty-state';
import { Pill } from '../../components/ui/pill';
import { ProblemState } from '../../components/ui/problem-state';
import { Surface } from '../../components/ui/surface';
import { OperatingPointsDocument, type OperatingPointsQuery } from '../../gql/graphql';
import { serverQuery } from '../../lib/graphql/server-query';
import { PointMeasurement } from './point-measurement';
import classes from './settings.module.css';
import { TransactionSection } from './transaction-section';

type Point = OperatingPointsQuery['operatingPoints'][number];

/** How strict the comparison is, in words that need no statistics. */
export async function PointsSection() {
  const t = await getTranslations('settings');
  const result = await serverQuery(OperatingPointsDocument, {});
  if (!result.ok) return <ProblemState problem={result.problem} />;
  const points = result.data.operatingPoints;
  return (
    <>
      <Surface title={t('pointsTitle')} titleId="points">
        <p className={classes.intro}>{t('pointsText')}</p>
        {points.length === 0 ? (
          <EmptyState icon={<IconAdjustmentsOff size={22} />} title={t('pointsEmpty')} />
        ) : (
          <div className={classes.points}>
            {points.map((point) => (
              <PointCard key={point.id} point={point} />
            ))}
          </div>
        )}
      </Surface>
      <TransactionSection />
    </>
  );
}

async function PointCard({ point }: { readonly point: Point }) {
  const t = await getTranslations();
  const format = await getFormatter();
  const kind = point.kind as Parameters<typeof nameOf>[0];
  const nameOf = await getTranslations('operatingPointKind');
  const threshold = format.number(point.threshold, { minimumFractionDigits: 3, maximumFractionDigits: 3 });
  return (
    <article className={classes.point}>
      <div className={classes.pointHead}>
        <h3>{nameOf.has(kind) ? nameOf(kind) : point.kind}</h3>
        <Pill tone={point.isProvisional ? 'warn' : 'good'}>
          {point.isProvisional ? t('settings.pointProvisional') : t('settings.pointMeasured')}
        </Pill>
      </div>
      <PointMeasurement measurement={point.measurement ?? null} />
      <div className={classes.bar} aria-hidden="true">
        <span style={{ width: `${(1 - point.threshold) * 100}%` }} />
      </div>
      <p className={classes.small}>
        {t('settings.pointThreshold', { value: threshold })} · {t('settings.pointModel', { model: point.modelId })} ·{' '}
        {t('settings.pointVersion', { version: point.version })}
      </p>
    </article>
  );
}
