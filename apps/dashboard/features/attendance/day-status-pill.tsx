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

interface DayStatusPillProps {
  readonly day: { readonly status: DayStatus; readonly presence: string; readonly markCount: number };
}

/** The verdict on a day; as long as there is none, where the person is. */
export function DayStatusPill({ day: { status, presence, markCount } }: DayStatusPillProps) {
  const t = useTranslations('dayStatus');
  if (status !== 'IN_PROGRESS') return <Pill tone={TONE[status]}>{t(status)}</Pill>;
  if (markCount === 0) return <Pill tone="quiet">{t('notYet')}</Pill>;
  if (presence === 'IN') return <Pill tone={TONE[status]}>{t('in')}</Pill>;
  return <Pill tone="quiet">{t(presence === 'ON_BREAK' ? 'onBreak' : 'out')}</Pill>;
}
