import { useTranslations } from 'next-intl';
import { outcomeTone } from '../../lib/format/outcome-tone';
import { Pill } from './pill';

type OutcomeKey = Parameters<ReturnType<typeof useTranslations<'outcomeShort'>>>[0];

/** How an attempt ended, in a word or two. An outcome this version does not know is shown by its name. */
export function OutcomePill({ outcome }: { readonly outcome: string }) {
  const t = useTranslations('outcomeShort');
  const key = outcome as OutcomeKey;
  return <Pill tone={outcomeTone(outcome)}>{t.has(key) ? t(key) : outcome}</Pill>;
}
