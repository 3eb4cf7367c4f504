import { VisuallyHidden } from '@mantine/core';
import { useFormatter, useTranslations } from 'next-intl';
import type { AttemptFragment } from '../../gql/graphql';
import classes from './attempt-detail.module.css';

type Measure = NonNullable<AttemptFragment['quality']>['measures'][number];
type MeasureKey = Parameters<ReturnType<typeof useTranslations<'qualityMeasure'>>>[0];

/** What was measured in the photo. A measure that this version does not know is shown by its name. */
export function QualityMeasures({ measures }: { readonly measures: readonly Measure[] }) {
  const t = useTranslations();
  const nameOf = useTranslations('qualityMeasure');
  const format = useFormatter();
  const number = (value: number) => format.number(value, { maximumFractionDigits: 2 });
  if (measures.length === 0) return null;
  return (
    <section aria-labelledby="measures">
      <h3 id="measures" className={classes.heading}>
        {t('attempts.measuresTitle')}
      </h3>
      <table className={classes.measures}>
        <thead>
          <tr>
            <th scope="col">{t('attempts.measure')}</th>
            <th scope="col">{t('attempts.value')}</th>
            <th scope="col">{t('attempts.allowed')}</th>
          </tr>
        </thead>
        <tbody>
          {measures.map(({ name, value, min, max, isAcceptable }) => (
            <tr key={`${name}-${min}-${max}`} data-bad={!isAcceptable || undefined}>
              <th scope="row">{nameOf.has(name as MeasureKey) ? nameOf(name as MeasureKey) : name}</th>
              <td>
                {number(value)}
                {!isAcceptable && <VisuallyHidden> {t('attempts.measureBad')}</VisuallyHidden>}
              </td>
              <td>
                {/* From right to left a sign would be turned round, and with it what it says. */}
                <bdi dir="ltr">{limits(min ?? null, max ?? null, number)}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function limits(min: number | null, max: number | null, number: (value: number) => string): string {
  if (min !== null && max !== null) return `${number(min)} – ${number(max)}`;
  if (min !== null) return `≥ ${number(min)}`;
  return max === null ? '–' : `≤ ${number(max)}`;
}
