'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Surface } from '../../components/ui/surface';
import type { RegistrationSubjectQuery } from '../../gql/graphql';
import { ConsentStep } from '../consent/consent-step';
import { DoneStep } from './done-step';
import { PhotoStep } from './photo-step';
import { type RegisterStep, Steps } from './steps';
import type { Subject } from './subject';

interface RegisterFlowProps {
  readonly employee: Subject;
  readonly consentText: RegistrationSubjectQuery['consentText'];
  /** May register a face that somebody else has. */
  readonly canAllowDuplicate: boolean;
}

/** Agreement, photos, done: no photo is taken before the person has agreed. */
export function RegisterFlow({ employee, consentText, canAllowDuplicate }: RegisterFlowProps) {
  const router = useRouter();
  const [step, setStep] = useState<RegisterStep>(employee.consent ? 'photos' : 'consent');
  const done = () => {
    setStep('done');
    // The profile is loaded anew when one goes back to it.
    router.refresh();
  };
  return (
    <>
      <Steps current={step} />
      <Surface>
        {step === 'consent' && (
          <ConsentStep employee={employee} text={consentText} onRecorded={() => setStep('photos')} />
        )}
        {step === 'photos' && (
          <PhotoStep
            employee={employee}
            canAllowDuplicate={canAllowDuplicate}
            onRegistered={done}
            onConsentMissing={() => setStep('consent')}
          />
        )}
        {step === 'done' && <DoneStep employee={employee} />}
      </Surface>
    </>
  );
}
