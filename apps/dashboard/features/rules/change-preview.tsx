'use client';

import { Alert, Button, Group } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { ProblemNote } from '../../components/ui/problem-note';
import classes from './rules.module.css';
import type { RuleChange, RuleChangePreview } from './use-rule-change';

// A table that few look for: it comes with the first preview.
const ChangedDays = dynamic(() => import('./changed-days').then((module) => module.ChangedDays), { ssr: false });

interface ChangePreviewProps {
  readonly change: RuleChange;
  readonly preview: RuleChangePreview;
  readonly onApply: () => void;
  /** Left out: that the rules are stored. */
  readonly applyLabel?: string;
}

/** What a change of the rules would do to days that are judged already. Nothing is stored yet. */
export function ChangePreview({ change, preview, onApply, applyLabel }: ChangePreviewProps) {
  const t = useTranslations('rules');
  const { changeCount, resultChangeCount, unchangedCount, lockedCount, changes } = preview;
  const { problem } = change;
  const isBusy = change.isApplying || change.isTrying;
  const hasConflict = problem === 'CONFLICT';
  const start = useRef<HTMLDivElement>(null);
  // It takes the place of a long form: whoever pressed its last button is led to the top of what came.
  useEffect(() => start.current?.focus(), []);
  return (
    <div role="status" ref={start} tabIndex={-1} className={classes.preview}>
      <ul className={classes.summary}>
        <li>
          <strong>{t('previewResults', { count: resultChangeCount })}</strong>
        </li>
        <li>{t('previewSame', { count: changeCount - resultChangeCount + unchangedCount })}</li>
        {lockedCount > 0 && <li>{t('previewLocked', { count: lockedCount })}</li>}
      </ul>
      {resultChangeCount > 0 && <ChangedDays changes={changes} total={resultChangeCount} preview={preview} />}
      {problem && !hasConflict && <ProblemNote problem={problem} />}
      {hasConflict && (
        <Alert role="alert" color="orange" variant="light" icon={<IconAlertTriangle aria-hidden="true" />}>
          {t('previewConflict')}
        </Alert>
      )}
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={change.forget}>
          {t('previewBack')}
        </Button>
        {hasConflict ? (
          <Button loading={isBusy} onClick={change.again}>
            {t('previewAgain')}
          </Button>
        ) : (
          <Button loading={isBusy} onClick={onApply}>
            {applyLabel ?? t('previewApply', { count: resultChangeCount })}
          </Button>
        )}
      </Group>
    </div>
  );
}
