'use client';

import { Group } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { LinkButton } from '../../components/ui/link-button';
import { Surface } from '../../components/ui/surface';
import { AddFirstPersonDocument, type ConsentTextQuery } from '../../gql/graphql';
import type { ApiProblem } from '../../lib/graphql/api-problem';
import { useOperation } from '../../lib/graphql/use-operation';
import { ConsentStep } from '../consent/consent-step';
import { type EmployeeFields, toNewInput } from '../employees/employee-fields';
import { EmployeeForm } from '../employees/employee-form';
import type { FormChoices } from '../employees/form-choices';
import { PhotoStep } from '../registration/photo-step';
import { Steps } from '../registration/steps';
import type { Subject } from '../registration/subject';
import { VerifyDesk } from '../verification/verify-desk';
import classes from './first-person.module.css';

const STEPS = ['person', 'consent', 'photos', 'try'] as const;

type Step = (typeof STEPS)[number];

interface FirstPersonFlowProps {
  readonly choices: FormChoices;
  readonly consentText: ConsentTextQuery['consentText'];
  readonly canAllowDuplicate: boolean;
  readonly isLivenessRequired: boolean;
}

/** From nobody to one person whose face opens: every step on one page, with the parts that the other pages use. */
export function FirstPersonFlow(props: FirstPersonFlowProps) {
  const { choices, consentText, canAllowDuplicate, isLivenessRequired } = props;
  const t = useTranslations();
  const router = useRouter();
  const create = useOperation(AddFirstPersonDocument);
  const [step, setStep] = useState<Step>('person');
  const [person, setPerson] = useState<Subject | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);

  async function add(fields: EmployeeFields) {
    const result = await create.send({ input: toNewInput(fields, choices) });
    if (!result.ok) return setProblem(result.problem);
    setPerson(result.data.createEmployee);
    setStep('consent');
  }

  return (
    <>
      <Steps
        steps={STEPS.map((name) => ({ name, label: t(`firstPerson.step.${name}`) }))}
        current={step}
        isLastDone={false}
      />
      <Surface>
        {person === null && (
          <EmployeeForm
            choices={choices}
            submitLabel={t('firstPerson.next')}
            problem={problem}
            problemText={problem === 'CONFLICT' ? t('employeeForm.numberTaken') : undefined}
            onSubmit={add}
            onCancel={() => router.push('/overview')}
          />
        )}
        {person && step === 'consent' && (
          <ConsentStep employee={person} text={consentText} onRecorded={() => setStep('photos')} />
        )}
        {person && step === 'photos' && (
          <PhotoStep
            employee={person}
            canAllowDuplicate={canAllowDuplicate}
            onRegistered={() => setStep('try')}
            onConsentMissing={() => setStep('consent')}
          />
        )}
        {person && step === 'try' && (
          <div className={classes.tryStep}>
            <p className={classes.text}>{t('firstPerson.tryText', { name: person.name })}</p>
            <VerifyDesk initialNumber={person.number} isLivenessRequired={isLivenessRequired} />
            <Group>
              <LinkButton href={`/employees/${person.id}`}>{t('firstPerson.finish')}</LinkButton>
              <LinkButton href="/imports" variant="default">
                {t('firstPerson.others')}
              </LinkButton>
            </Group>
          </div>
        )}
      </Surface>
    </>
  );
}
