import { getFormatter, getTranslations } from 'next-intl/server';
import type { OperatingPointsQuery } from '../../gql/graphql';
import classes from './settings.module.css';

type Measurement = NonNullable<OperatingPointsQuery['operatingPoints'][number]['measurement']>;

const STRANGERS = 10_000;
const OWN = 100;

/** What a setting was measured to cost, in numbers of people; never without what it was counted from. */
export async function PointMeasurement({ measurement }: { readonly measurement: Measurement | null }) {
  const t = await getTranslations('settings');
  const format = await getFormatter();
  if (measurement === null) return <p className={classes.small}>{t('pointNotMeasured')}</p>;
  const { fmr, fnmr, impostorPairs, falseMatches, genuinePairs } = measurement;
  const of = (rate: number, people: number) => format.number(rate * people, { maximumSignificantDigits: 2 });
  const strangers = (rate: number) => of(rate, STRANGERS);
  const own = (rate: number) => of(rate, OWN);
  return (
    <>
      <p className={classes.rate}>
        {t('pointStrangers', { people: STRANGERS, count: strangers(fmr) })}
        <span className={classes.basis}>
          {t('pointBasis', {
            ...{ count: falseMatches, total: impostorPairs },
            ...{ low: strangers(measurement.fmrLow), high: strangers(measurement.fmrHigh) },
          })}
        </span>
      </p>
      <p className={classes.rate}>
        {t('pointOwn', { people: OWN, count: own(fnmr) })}
        <span className={classes.basis}>
          {t('pointBasis', {
            ...{ count: Math.round(fnmr * genuinePairs), total: genuinePairs },
            ...{ low: own(measurement.fnmrLow), high: own(measurement.fnmrHigh) },
          })}
        </span>
      </p>
      {measurement.isExtrapolated && <p className={classes.small}>{t('pointExtrapolated')}</p>}
      <p className={classes.small}>
        {t('pointMeasuredOn', {
          dataset: measurement.dataset,
          people: measurement.subjects,
          date: format.dateTime(new Date(`${measurement.date}T00:00:00Z`), { dateStyle: 'long', timeZone: 'UTC' }),
        })}
      </p>
    </>
  );
}
