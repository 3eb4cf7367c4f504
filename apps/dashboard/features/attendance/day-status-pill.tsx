import type { DayStatus } from '@rollcall/contracts';
import { useTranslations } from 'next-intl';
import { Pill, type Tone } from '../../components/ui/pill';

const TONE: Readonly<Record<DayStatus, Tone>> = {
  IN_PROGRESS: 'good',
  PRESENT: 'quiet',
  HALF_DAY: 'warn',
  ABSENT: 'bad',
  ON_LEAVE: 'quiet',
  HOLIDAY: 'quiet',
  WEEKLY_OFF: 'quiet',
  MISSING_MARK: 'warn',
};

export function DayStatusPill({ status }: { readonly status: DayStatus }) {
  const t = useTranslations('dayStatus');
  return <Pill tone={TONE[status]}>{t(status)}</Pill>;
}
