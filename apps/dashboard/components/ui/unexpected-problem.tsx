'use client';

import { IconMoodConfuzed } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { EmptyState } from './empty-state';
import classes from './unexpected-problem.module.css';

/** In place of a page that broke while it was drawn. With a plain button: this is loaded with every page. */
export function UnexpectedProblem({ onRetry }: { readonly onRetry: () => void }) {
  const t = useTranslations();
  return (
    <EmptyState
      role="alert"
      icon={<IconMoodConfuzed size={22} />}
      title={t('errorPage.title')}
      text={t('errorPage.unexpected')}
      action={
        <button type="button" className={classes.again} onClick={onRetry}>
          {t('common.tryAgain')}
        </button>
      }
    />
  );
}
