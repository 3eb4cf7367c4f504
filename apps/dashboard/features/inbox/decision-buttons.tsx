'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import classes from './inbox.module.css';

interface DecisionButtonsProps {
  /** Whose request it is: the buttons of several rows must not sound alike. */
  readonly name: string;
  readonly onDecide: (isApproved: boolean) => void;
  /** What yes and no are called here; left out: approve and reject. */
  readonly labels?: {
    readonly approve: string;
    readonly reject: string;
    readonly approveNamed: string;
    readonly rejectNamed: string;
  };
}

/** Yes or no, one press each; the row leaves at once. */
export function DecisionButtons({ name, onDecide, labels }: DecisionButtonsProps) {
  const t = useTranslations('inbox');
  return (
    <div className={classes.buttons}>
      <Button size="xs" aria-label={labels?.approveNamed ?? t('approveNamed', { name })} onClick={() => onDecide(true)}>
        {labels?.approve ?? t('approve')}
      </Button>
      <Button
        size="xs"
        variant="default"
        aria-label={labels?.rejectNamed ?? t('rejectNamed', { name })}
        onClick={() => onDecide(false)}
      >
        {labels?.reject ?? t('reject')}
      </Button>
    </div>
  );
}
