'use client';

import { NativeSelect } from '@mantine/core';
import { REPORT_LOCALES, type ReportLocale } from '@rollcall/contracts';
import { useTranslations } from 'next-intl';
import type { ChangeEvent } from 'react';
import { LANGUAGES } from '../../i18n/locales';

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
      data={REPORT_LOCALES.map((value) => ({ value, label: nameOf(value) }))}
      {...field}
    />
  );
}

/** In the language itself, as where the language of the page is chosen. */
const nameOf = (locale: ReportLocale): string =>
  LANGUAGES.find(({ code }) => code === locale.toLowerCase())?.name ?? locale;
