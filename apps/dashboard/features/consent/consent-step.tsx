'use client';

import { Button, Checkbox, NativeSelect, Stack } from '@mantine/core';
import { type ConsentMethod, REPORT_LOCALES, type ReportLocale } from '@rollcall/contracts';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { ProblemNote } from '../../components/ui/problem-note';
import { ConsentTextDocument, type ConsentTextQuery, RecordConsentDocument } from '../../gql/graphql';
import { directionOf } from '../../i18n/locales';
import { reportLanguageName } from '../../i18n/report-locale';
import type { ApiProblem } from '../../lib/graphql/api-problem';
import { useAsk } from '../../lib/graphql/use-ask';
import { useOperation } from '../../lib/graphql/use-operation';
import classes from './consent.module.css';

/** How someone can agree in person; imports record theirs themselves. */
const METHODS = ['ON_SCREEN', 'PAPER'] as const satisfies readonly ConsentMethod[];

interface ConsentStepProps {
  readonly employee: { readonly id: string; readonly name: string };
  /** In the language of the page; the person may read it in another one. */
  readonly text: ConsentTextQuery['consentText'];
  readonly onRecorded: () => void;
}

/** Shows the very text that is recorded as agreed to. */
export function ConsentStep({ employee, text: given, onRecorded }: ConsentStepProps) {
  const t = useTranslations();
  const [text, setText] = useState(given);
  const ask = useAsk(ConsentTextDocument);
  const record = useOperation(RecordConsentDocument);
  const [method, setMethod] = useState<(typeof METHODS)[number]>('ON_SCREEN');
  const [hasAgreed, setHasAgreed] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);

  async function translate(language: ReportLocale) {
    setHasAgreed(false);
    const result = await ask({ language });
    if (result.ok) setText(result.data.consentText);
    setProblem(result.ok ? null : result.problem);
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    const { version: textVersion, language: textLanguage } = text;
    const result = await record.send({ input: { employeeId: employee.id, textVersion, textLanguage, method } });
    if (result.ok) onRecorded();
    else setProblem(result.problem);
  }

  return (
    <form onSubmit={submit}>
      <Stack gap="lg">
        <div>
          <h2 className={classes.heading}>{t('consent.stepTitle')}</h2>
          <p className={classes.text}>{t('consent.stepText', { name: employee.name })}</p>
        </div>
        <NativeSelect
          label={t('consent.language')}
          data={REPORT_LOCALES.map((value) => ({ value, label: reportLanguageName(value) }))}
          value={text.language}
          onChange={(event) => translate(event.currentTarget.value as ReportLocale)}
        />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text has to scroll by keyboard */}
        <section className={classes.document} aria-label={t('consent.textLabel')} tabIndex={0}>
          <div lang={text.language.toLowerCase()} dir={directionOf(text.language.toLowerCase())}>
            <p className={classes.purpose}>{text.purpose}</p>
            <p className={classes.body}>{text.body}</p>
          </div>
          <p className={classes.version}>{t('consent.version', { version: text.version })}</p>
        </section>
        <NativeSelect
          label={t('consent.method')}
          data={METHODS.map((value) => ({ value, label: t(`consentMethod.${value}`) }))}
          value={method}
          onChange={(event) => setMethod(event.currentTarget.value as (typeof METHODS)[number])}
        />
        <Checkbox
          label={t('consent.confirm', { name: employee.name })}
          description={t('consent.confirmNeeded')}
          checked={hasAgreed}
          onChange={(event) => setHasAgreed(event.currentTarget.checked)}
        />
        {problem && <ProblemNote problem={problem} />}
        <Button type="submit" size="md" disabled={!hasAgreed} loading={record.isSending}>
          {t('consent.submit')}
        </Button>
      </Stack>
    </form>
  );
}
