'use client';

import { Button } from '@mantine/core';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Dialog } from '../../components/ui/dialog';
import { ProblemNote } from '../../components/ui/problem-note';
import { ConsentTextDocument, type ConsentTextQuery } from '../../gql/graphql';
import { reportLocaleOf } from '../../i18n/report-locale';
import type { ApiProblem } from '../../lib/graphql/api-problem';
import { useAsk } from '../../lib/graphql/use-ask';
import classes from './consent.module.css';

const ConsentStep = dynamic(() => import('./consent-step').then((module) => module.ConsentStep), { ssr: false });

interface NewerTextProps {
  readonly employee: { readonly id: string; readonly name: string };
  readonly version: string;
}

/** Somebody agreed to a text of before: the one of now is shown and agreed to, and the stored face stays. */
export function NewerText({ employee, version }: NewerTextProps) {
  const t = useTranslations('consent');
  const router = useRouter();
  const language = reportLocaleOf(useLocale());
  const ask = useAsk(ConsentTextDocument);
  const [text, setText] = useState<ConsentTextQuery['consentText'] | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);

  async function open() {
    const result = await ask({ language });
    if (result.ok) setText(result.data.consentText);
    setProblem(result.ok ? null : result.problem);
  }

  function recorded() {
    setText(null);
    router.refresh();
  }

  return (
    <>
      <p className={classes.text}>{t('newerText', { version })}</p>
      {problem && <ProblemNote problem={problem} />}
      <Button variant="light" mt="md" me="sm" onClick={open}>
        {t('agreeAnew')}
      </Button>
      <Dialog isOpen={text !== null} onClose={() => setText(null)} title={t('title')}>
        {text && <ConsentStep employee={employee} text={text} onRecorded={recorded} />}
      </Dialog>
    </>
  );
}
