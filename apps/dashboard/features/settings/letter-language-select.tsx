'use client';

import { NativeSelect } from '@mantine/core';
import { REPORT_LOCALES, type ReportLocale } from '@rollcall/contracts';
import { useTranslations } from 'next-intl';
import type { ChangeEvent } from 'react';
import { reportLanguageName } from '../../i18n/report-locale';

interface LetterLanguageSelectProps {
  readonly value?: ReportLocale;
  readonly onChange?: (event: ChangeEvent<HTMLSelectElement>) => void;
}

/** In which language invitations, new passwords and notifications are written. */
export function LetterLanguageSelect(field: LetterLanguageSelectProps) {
  const t = useTranslations('organisation');
  return (
    <NativeSelect
      label={t('letterLanguage')}
      description={t('letterLanguageHint')}
      data={REPORT_LOCALES.map((value) => ({ value, label: reportLanguageName(value) }))}
      {...field}
    />
  );
}
