import { useTranslations } from 'next-intl';

type FlagKey = Parameters<ReturnType<typeof useTranslations<'dayFlag'>>>[0];

interface FlagNotesProps {
  readonly flags: readonly string[];
  /** Who is still there has not forgotten to mark out. Default false. */
  readonly isUnderWay?: boolean;
}

/** What the rules noted about a day, in words. A note that this version does not know is shown by its name. */
export function FlagNotes({ flags, isUnderWay = false }: FlagNotesProps) {
  const t = useTranslations('dayFlag');
  const notes = isUnderWay ? flags.filter((flag) => flag !== 'OPEN_CHECK_IN') : flags;
  return notes.map((flag) => (t.has(flag as FlagKey) ? t(flag as FlagKey) : flag)).join(', ');
}
