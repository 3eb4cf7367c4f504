'use client';

import { Button, Group, Textarea } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Facts } from '../../components/ui/facts';
import { LinkButton } from '../../components/ui/link-button';
import { CalendarDate, Moment } from '../../components/ui/moment';
import classes from './registration.module.css';
import type { Subject } from './subject';
import type { RegisterAnswer } from './use-register-face';

type Duplicate = NonNullable<RegisterAnswer['duplicateOf']>;

interface DuplicateChoiceProps {
  readonly employee: Subject;
  readonly duplicate: Duplicate;
  readonly likeness: RegisterAnswer['duplicateLikeness'];
  /** May register the face all the same. */
  readonly canAllow: boolean;
  readonly isSending: boolean;
  readonly onAllow: (reason: string) => void;
}

/** Two records, it seems, of one person: shows both and lets somebody who knows them decide. */
export function DuplicateChoice(props: DuplicateChoiceProps) {
  const { employee, duplicate, likeness, canAllow, isSending, onAllow } = props;
  const t = useTranslations('register');
  const [reason, setReason] = useState('');
  const [isMissing, setIsMissing] = useState(false);

  function allow() {
    setIsMissing(reason.trim() === '');
    if (reason.trim() !== '') onAllow(reason.trim());
  }

  return (
    <section className={classes.duplicate} aria-label={t('duplicateTitle')}>
      <div className={classes.pair}>
        <PersonFacts title={t('duplicateThis')} person={employee} />
        <PersonFacts title={t('duplicateOther')} person={duplicate} />
      </div>
      {likeness && <p className={classes.text}>{t(`likeness.${likeness}`)}</p>}
      <h3 className={classes.question}>{t('samePerson')}</h3>
      <p className={classes.text}>{t('samePersonText')}</p>
      <Group>
        <LinkButton variant="default" href={`/employees/${duplicate.id}`}>
          {t('samePersonOpen', { name: duplicate.name })}
        </LinkButton>
      </Group>
      <h3 className={classes.question}>{t('differentPeople')}</h3>
      <p className={classes.text}>{t(canAllow ? 'differentPeopleText' : 'differentPeopleAsk')}</p>
      {canAllow && (
        <>
          <Textarea
            label={t('allowReason')}
            description={t('allowReasonHint')}
            required
            autosize
            minRows={2}
            maxLength={1000}
            value={reason}
            error={isMissing ? t('allowReasonNeeded') : null}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Group>
            <Button variant="default" loading={isSending} onClick={allow}>
              {t('allow')}
            </Button>
          </Group>
        </>
      )}
    </section>
  );
}

function PersonFacts({ title, person }: { readonly title: string; readonly person: Subject | Duplicate }) {
  const t = useTranslations();
  const { name, number, site, joiningDate, createdAt } = person;
  const since = joiningDate ? <CalendarDate date={joiningDate} /> : <Moment at={createdAt} style="date" />;
  return (
    <div className={classes.twin}>
      <h3 className={classes.question}>{title}</h3>
      <Facts
        facts={[
          { label: t('employeeForm.name'), value: <span dir="auto">{name}</span> },
          { label: t('employeeForm.number'), value: number },
          { label: t('employeeForm.site'), value: site?.name ?? t('common.notSet') },
          { label: t('register.since'), value: since },
        ]}
      />
    </div>
  );
}
