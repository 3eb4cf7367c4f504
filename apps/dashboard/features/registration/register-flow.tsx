'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Surface } from '../../components/ui/surface';
import type { ConsentTextQuery } from '../../gql/graphql';
import { ConsentStep } from '../consent/consent-step';
import { DoneStep } from './done-step';
import { PhotoStep } from './photo-step';
import { Steps } from './steps';
import type { Subject } from './subject';

interface RegisterFlowProps {
  readonly employee: Subject;
  readonly consentText: ConsentTextQuery['consentText'];
  /** May register a face that somebody else has. */
  readonly canAllowDuplicate: boolean;
}

const STEPS = [
  { name: 'consent', label: 'stepConsent' },
  { name: 'photos', label: 'stepPhotos' },
  { name: 'done', label: 'stepDone' },
] as const;

type RegisterStep = (typeof STEPS)[number]['name'];

/** Agreement, photos, done: no photo is taken before the person has agreed. */
export function RegisterFlow({ employee, consentText, canAllowDuplicate }: RegisterFlowProps) {
  const router = useRouter();
  const t = useTranslations('register');
  const [step, setStep] = useState<RegisterStep>(employee.consent ? 'photos' : 'consent');
  const done = () => {
    setStep('done');
    // The profile is loaded anew when one goes back to it.
    router.refresh();
  };
  return (
    <>
      <Steps steps={STEPS.map(({ name, label }) => ({ name, label: t(label) }))} current={step} isLastDone />
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
