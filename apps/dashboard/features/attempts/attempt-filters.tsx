'use client';

import {
  COMPARISON_OUTCOMES,
  IDENTIFICATION_OUTCOMES,
  RECORD_ATTENDANCE_OUTCOMES,
  REGISTER_FACE_OUTCOMES,
  VERIFICATION_OUTCOMES,
} from '@rollcall/contracts';
import { useTranslations } from 'next-intl';
import { ClearPerson } from '../../components/ui/clear-person';
import { FilterBar } from '../../components/ui/filter-bar';
import { FilterDates } from '../../components/ui/filter-dates';
import { FilterSelect } from '../../components/ui/filter-select';
import { ATTEMPT_KINDS } from './attempt-kinds';

const OUTCOMES = [
  ...new Set([
    ...RECORD_ATTENDANCE_OUTCOMES,
    ...VERIFICATION_OUTCOMES,
    ...REGISTER_FACE_OUTCOMES,
    ...IDENTIFICATION_OUTCOMES,
    ...COMPARISON_OUTCOMES,
  ]),
];

export function AttemptFilters() {
  const t = useTranslations();
  return (
    <FilterBar label={t('attempts.title')}>
      <FilterSelect
        name="outcome"
        label={t('attempts.filterOutcome')}
        options={OUTCOMES.map((value) => ({ value, label: t(`outcomeShort.${value}`) }))}
      />
      <FilterSelect
        name="kind"
        label={t('attempts.filterKind')}
        options={ATTEMPT_KINDS.map((value) => ({ value, label: t(`attemptKind.${value}`) }))}
      />
      <FilterDates fromLabel={t('attempts.filterFrom')} toLabel={t('attempts.filterTo')} />
      <ClearPerson />
    </FilterBar>
  );
}
