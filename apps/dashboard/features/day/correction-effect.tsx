'use client';

import { useTranslations } from 'next-intl';
import { ChangedDays } from '../rules/changed-days';
import type { CorrectionEffect as Effect } from './use-correction-effect';

/** The days that a correction would change, before and after. */
export function CorrectionEffect({ effect }: { readonly effect: Effect }) {
  const t = useTranslations('rules');
  const { changeCount, changes } = effect;
  return (
    <div role="status">
      <strong>{t('previewResults', { count: changeCount })}</strong>
      {changeCount > 0 && <ChangedDays changes={changes} total={changeCount} preview={effect} />}
    </div>
  );
}
