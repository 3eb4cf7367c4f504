'use client';

import { Button } from '@mantine/core';
import { IconCloudOff, IconLock } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import type { ApiProblem } from '../../lib/graphql/api-problem';
import { EmptyState } from './empty-state';

/** In place of data that could not be loaded: what happened, and a way to try again. */
export function ProblemState({ problem }: { readonly problem: ApiProblem }) {
  const t = useTranslations();
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const isForbidden = problem === 'FORBIDDEN';
  return (
    <EmptyState
      role="alert"
      icon={isForbidden ? <IconLock size={22} /> : <IconCloudOff size={22} />}
      title={t(`error.${problem}`)}
      action={
        isForbidden ? undefined : (
          <Button variant="default" loading={isPending} onClick={() => startTransition(() => router.refresh())}>
            {t('common.tryAgain')}
          </Button>
        )
      }
    />
  );
}
