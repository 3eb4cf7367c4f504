import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Logo } from '../../components/ui/logo';
import { SkipLink } from '../../components/ui/skip-link';
import { LanguageMenu } from '../language/language-menu';
import classes from './public-frame.module.css';

/** The frame of the pages that anyone may see. */
export function PublicFrame({ children }: { readonly children: ReactNode }) {
  const t = useTranslations();
  return (
    <div className={classes.frame}>
      <SkipLink />
      <header className={classes.header}>
        <Link href="/" className={classes.home}>
          <Logo />
        </Link>
        <nav aria-label={t('nav.label')} className={classes.nav}>
          <Link href="/privacy">{t('nav.privacy')}</Link>
          <LanguageMenu />
          <Link href="/sign-in" className={classes.signIn}>
            {t('landing.signIn')}
          </Link>
        </nav>
      </header>
      <main id="content" tabIndex={-1} className={classes.main}>
        {children}
      </main>
      <footer className={classes.footer}>
        <span>{t('landing.footer')}</span>
        <Link href="/privacy">{t('nav.privacy')}</Link>
      </footer>
    </div>
  );
}
