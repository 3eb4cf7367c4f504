import { Group } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { LinkButton } from '../../components/ui/link-button';
import { Verdict } from '../../components/ui/verdict';
import classes from './registration.module.css';
import type { Subject } from './subject';

export function DoneStep({ employee: { id, name, number } }: { readonly employee: Subject }) {
  const t = useTranslations();
  return (
    <div className={classes.done} role="status">
      <Verdict isLarge tone="good" title={t('outcome.REGISTERED')} text={t('register.doneText', { name, number })}>
        <Group justify="center" mt="lg">
          <LinkButton href={`/verify?number=${encodeURIComponent(number)}`}>{t('register.tryNow')}</LinkButton>
          <LinkButton href={`/employees/${id}`} variant="default">
            {t('register.toProfile')}
          </LinkButton>
        </Group>
      </Verdict>
    </div>
  );
}
