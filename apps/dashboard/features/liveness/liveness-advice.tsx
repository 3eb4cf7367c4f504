import { useTranslations } from 'next-intl';
import type { LivenessFailure } from '../../gql/graphql';

interface LivenessAdviceProps {
  readonly liveness: { readonly failure?: LivenessFailure | null } | null | undefined;
}

/** What to do about movements that were not as asked. */
export function LivenessAdvice({ liveness }: LivenessAdviceProps) {
  const t = useTranslations('livenessFailure');
  return liveness?.failure ? <p>{t(liveness.failure)}</p> : null;
}
