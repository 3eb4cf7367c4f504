import { useTranslations } from 'next-intl';
import { Pill } from '../../components/ui/pill';

/** Up to there a clock is as right as people's own. */
const IN_STEP_MS = 2_000;
/** From there on times that the device shows mislead people. The server's own time counts for marks. */
const WRONG_MS = 60_000;

/** How far the clock of a device is off, in words. */
export function ClockOffset({ offsetMs }: { readonly offsetMs: number | null | undefined }) {
  const t = useTranslations('devices');
  if (offsetMs == null) return '–';
  const isOff = Math.abs(offsetMs) > IN_STEP_MS;
  const seconds = Math.round(Math.abs(offsetMs) / 1000);
  const amount = seconds < 120 ? t('seconds', { count: seconds }) : t('minutes', { count: Math.round(seconds / 60) });
  const text = isOff ? t(offsetMs > 0 ? 'clockAhead' : 'clockBehind', { amount }) : t('clockRight');
  return <Pill tone={Math.abs(offsetMs) >= WRONG_MS ? 'warn' : isOff ? 'quiet' : 'good'}>{text}</Pill>;
}
