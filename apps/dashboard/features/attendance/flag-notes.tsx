import { useTranslations } from 'next-intl';

type FlagKey = Parameters<ReturnType<typeof useTranslations<'dayFlag'>>>[0];

/** What the rules noted about a day, in words. A note that this version does not know is shown by its name. */
export function FlagNotes({ flags }: { readonly flags: readonly string[] }) {
  const t = useTranslations('dayFlag');
  return flags.map((flag) => (t.has(flag as FlagKey) ? t(flag as FlagKey) : flag)).join(', ');
}
