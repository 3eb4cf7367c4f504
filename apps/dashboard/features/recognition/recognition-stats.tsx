import { useTranslations } from 'next-intl';
import type { FiguresFragment } from '../../gql/graphql';
import classes from './recognition.module.css';
import { useShareText } from './use-share-text';

const MEASURES = ['refused', 'nonMatches', 'attacks'] as const;

/** The three rates that matter, each with what it was counted from. */
export function RecognitionStats({ figures }: { readonly figures: FiguresFragment }) {
  const t = useTranslations('recognition');
  const text = useShareText();
  return (
    <dl className={classes.stats}>
      {MEASURES.map((measure) => {
        const { rate, counts } = text(figures[measure]);
        return (
          <div key={measure} className={classes.stat}>
            <dt>{t(measure)}</dt>
            <dd className={classes.value}>{rate ?? '–'}</dd>
            <dd className={classes.counts}>{counts}</dd>
            <dd className={classes.hint}>{t(`${measure}Hint`)}</dd>
          </div>
        );
      })}
    </dl>
  );
}
