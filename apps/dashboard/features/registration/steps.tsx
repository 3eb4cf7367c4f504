import { VisuallyHidden } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import classes from './registration.module.css';

interface StepsProps<Name extends string> {
  readonly steps: ReadonlyArray<{ readonly name: Name; readonly label: string }>;
  readonly current: Name;
  /** Whether being at the last step means that it is done. */
  readonly isLastDone: boolean;
}

/** Where one is on the way. */
export function Steps<Name extends string>({ steps, current, isLastDone }: StepsProps<Name>) {
  const t = useTranslations('register');
  const currentIndex = steps.findIndex(({ name }) => name === current);
  const isAllDone = isLastDone && currentIndex === steps.length - 1;
  return (
    <ol className={classes.steps} aria-label={t('stepsLabel')}>
      {steps.map(({ name, label }, index) => {
        const isPast = index < currentIndex || isAllDone;
        return (
          <li
            key={name}
            className={classes.step}
            data-past={isPast || undefined}
            aria-current={name === current ? 'step' : undefined}
          >
            <span className={classes.bullet} aria-hidden="true">
              {isPast ? <IconCheck size={14} stroke={3} /> : index + 1}
            </span>
            {label}
            {isPast && <VisuallyHidden>{t('stepPast')}</VisuallyHidden>}
          </li>
        );
      })}
    </ol>
  );
}
