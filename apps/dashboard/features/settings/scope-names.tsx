import { useTranslations } from 'next-intl';
import classes from './settings.module.css';

type ScopeKey = Parameters<ReturnType<typeof useTranslations<'scope'>>>[0];

/** What a key may do. A scope that this version does not know is shown by its name. */
export function ScopeNames({ scopes }: { readonly scopes: readonly string[] }) {
  const t = useTranslations('scope');
  return (
    <span className={classes.small}>
      {scopes.map((scope) => (t.has(scope as ScopeKey) ? t(scope as ScopeKey) : scope)).join(' · ')}
    </span>
  );
}
