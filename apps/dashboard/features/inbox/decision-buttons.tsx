'use client';

import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { DecisionInput } from '../../gql/graphql';
import type { ApiResult } from '../../lib/graphql/api-problem';
import classes from './inbox.module.css';

interface DecisionButtonsProps {
  readonly request: { readonly id: string; readonly version: number };
  /** Whose request it is: the buttons of several rows must not sound alike. */
  readonly name: string;
  readonly send: (input: DecisionInput) => Promise<ApiResult<unknown>>;
  readonly isBusy: boolean;
  /** What yes and no are called here; left out: approve and reject. */
  readonly labels?: {
    readonly approve: string;
    readonly reject: string;
    readonly approveNamed: string;
    readonly rejectNamed: string;
  };
}

/** Yes or no, one press each; the list then shows what is left. */
export function DecisionButtons({ request: { id, version }, name, send, isBusy, labels }: DecisionButtonsProps) {
  const t = useTranslations();
  const router = useRouter();

  async function decide(isApproved: boolean) {
    const result = await send({ id, version, isApproved });
    if (result.ok) notifications.show({ color: 'pine', message: t('inbox.decided') });
    else {
      const message = result.problem === 'CONFLICT' ? t('inbox.conflict') : t(`error.${result.problem}`);
      notifications.show({ color: 'red', message });
    }
    router.refresh();
  }

  return (
    <div className={classes.buttons}>
      <Button
        size="xs"
        loading={isBusy}
        aria-label={labels?.approveNamed ?? t('inbox.approveNamed', { name })}
        onClick={() => decide(true)}
      >
        {labels?.approve ?? t('inbox.approve')}
      </Button>
      <Button
        size="xs"
        variant="default"
        disabled={isBusy}
        aria-label={labels?.rejectNamed ?? t('inbox.rejectNamed', { name })}
        onClick={() => decide(false)}
      >
        {labels?.reject ?? t('inbox.reject')}
      </Button>
    </div>
  );
}
