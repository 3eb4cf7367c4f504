import { useTranslations } from 'next-intl';

type Reason = Parameters<ReturnType<typeof useTranslations<'offShift.reasons'>>>[0];

/** Why a mark belongs to no day, in words; a reason that is newer than this page as the API writes it. */
export function OffShiftReason({ reason }: { readonly reason: string }) {
  const t = useTranslations('offShift.reasons');
  return <>{t.has(reason as Reason) ? t(reason as Reason) : reason}</>;
}
