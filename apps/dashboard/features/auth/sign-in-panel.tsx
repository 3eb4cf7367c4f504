import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { SignInResult } from './auth-requests';
import { SignInForm } from './sign-in-form';
import classes from './sign-in-panel.module.css';

interface SignInPanelProps {
  readonly returnPath: string;
  readonly hasOwner: boolean;
  readonly singleSignOn: string | null;
  readonly failure: SignInResult | null;
}

export function SignInPanel({ returnPath, hasOwner, singleSignOn, failure }: SignInPanelProps) {
  const t = useTranslations('signIn');
  return (
    <div className={classes.panel}>
      <h1 className={classes.title}>{t('title')}</h1>
      <p className={classes.lead}>{t('lead')}</p>
      <div className={classes.sheet}>
        <SignInForm returnPath={returnPath} singleSignOn={singleSignOn} failure={failure} />
      </div>
      <p className={classes.help}>
        <Link href="/forgot-password">{t('forgot')}</Link>
      </p>
      {hasOwner ? (
        <details className={classes.help}>
          <summary>{t('firstTime')}</summary>
          <p>{t('firstTimeText')}</p>
        </details>
      ) : (
        <p className={classes.help} role="status">
          {t('noOwner')}
        </p>
      )}
    </div>
  );
}
