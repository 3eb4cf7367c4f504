import { useTranslations } from 'next-intl';
import type { QualityReason } from '../../gql/graphql';
import classes from './advice.module.css';

/** What to do about a photo that was not good enough. */
export function Advice({ reasons }: { readonly reasons: readonly QualityReason[] }) {
  const t = useTranslations('qualityReason');
  if (reasons.length === 0) return null;
  return (
    <ul className={classes.advice}>
      {reasons.map((reason) => (
        <li key={reason}>{t(reason)}</li>
      ))}
    </ul>
  );
}
