'use client';

import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import { Moment } from '../../components/ui/moment';
import { Pill } from '../../components/ui/pill';
import { Surface } from '../../components/ui/surface';
import type { EmployeeProfileFragment } from '../../gql/graphql';
import classes from './consent.module.css';
import { NewerText } from './newer-text';
import { WithdrawConsent } from './withdraw-consent';

interface ConsentCardProps {
  readonly employee: EmployeeProfileFragment;
  readonly canWrite: boolean;
  /** Of the text that people agree to now. */
  readonly currentVersion: string;
}

export function ConsentCard({ employee, canWrite, currentVersion }: ConsentCardProps) {
  const t = useTranslations();
  const [isOpen, dialog] = useDisclosure(false);
  const { consent } = employee;
  const pill = consent ? (
    <Pill tone="good">{t('consent.given')}</Pill>
  ) : (
    <Pill tone="quiet">{t('consent.notGiven')}</Pill>
  );
  return (
    <Surface title={t('consent.title')} titleId="consent" actions={pill}>
      <p className={classes.text}>
        {consent
          ? t.rich('consent.givenText', {
              method: t(`consentMethod.${consent.method}`),
              version: consent.textVersion,
              date: () => <Moment at={consent.recordedAt} style="date" />,
            })
          : t('consent.notGivenText')}
      </p>
      {consent && canWrite && (
        <>
          {consent.textVersion !== currentVersion && employee.status === 'ACTIVE' && (
            <NewerText employee={employee} version={currentVersion} />
          )}
          <Button variant="default" mt="md" onClick={dialog.open}>
            {t('consent.withdraw')}
          </Button>
          <WithdrawConsent employee={employee} isOpen={isOpen} onClose={dialog.close} />
        </>
      )}
    </Surface>
  );
}
