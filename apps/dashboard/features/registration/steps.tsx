import { VisuallyHidden } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import classes from './registration.module.css';

const STEPS = [
  { name: 'consent', label: 'stepConsent' },
  { name: 'photos', label: 'stepPhotos' },
  { name: 'done', label: 'stepDone' },
] as const;

export type RegisterStep = (typeof STEPS)[number]['name'];

/** Where one is on the way. */
export function Steps({ current }: { readonly current: RegisterStep }) {
  const t = useTranslations();
  const currentIndex = STEPS.findIndex(({ name }) => name === current);
  return (
    <ol className={classes.steps} aria-label={t('register.stepsLabel')}>
      {STEPS.map(({ name, label }, index) => {
        const isPast = index < currentIndex || current === 'done';
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
            {t(`register.${label}`)}
            {isPast && <VisuallyHidden>{t('register.stepPast')}</VisuallyHidden>}
          </li>
        );
      })}
    </ol>
  );
}
