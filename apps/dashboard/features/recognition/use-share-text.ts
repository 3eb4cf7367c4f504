import { useFormatter, useTranslations } from 'next-intl';
import type { ShareFragment } from '../../gql/graphql';

export interface ShareText {
  /** Null of nothing. */
  readonly rate: string | null;
  /** Counts and where the rate may lie: a rate is never shown without. */
  readonly counts: string;
}

/** Few are told apart below ten per cent, and nothing is gained by digits above. */
const DIGITS_BELOW = 0.1;

/** A share in words. */
export function useShareText(): (share: ShareFragment) => ShareText {
  const t = useTranslations('recognition');
  const format = useFormatter();
  const percent = (rate: number) =>
    format.number(rate, { style: 'percent', maximumFractionDigits: rate < DIGITS_BELOW ? 1 : 0 });
  return ({ count, total, rate, low, high }) => {
    if (rate == null || low == null || high == null) return { rate: null, counts: t('ofNothing') };
    const interval = { low: percent(low), high: percent(high) };
    return { rate: percent(rate), counts: t('counts', { count, total, ...interval }) };
  };
}
