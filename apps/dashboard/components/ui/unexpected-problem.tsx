'use client';

import { Button } from '@mantine/core';
import { IconMoodConfuzed } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { EmptyState } from './empty-state';

/** In place of a page that broke while it was drawn. */
export function UnexpectedProblem({ onRetry }: { readonly onRetry: () => void }) {
  const t = useTranslations();
  return (
    <EmptyState
      role="alert"
      icon={<IconMoodConfuzed size={22} />}
      title={t('errorPage.title')}
      text={t('errorPage.unexpected')}
      action={
        <Button variant="default" onClick={onRetry}>
          {t('common.tryAgain')}
        </Button>
      }
    />
  );
}
