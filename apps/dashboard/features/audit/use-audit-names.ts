import { useTranslations } from 'next-intl';

type ActionKey = Parameters<ReturnType<typeof useTranslations<'auditAction'>>>[0];
type TargetKey = Parameters<ReturnType<typeof useTranslations<'auditTarget'>>>[0];

export interface AuditNames {
  /** What was done, in plain words; a code that this version does not know stays as it is. */
  readonly action: (code: string) => string;
  /** The kind of who acted or what was acted on; unknown ones stay as they are. */
  readonly kind: (code: string) => string;
}

/** Words for the codes of the record. */
export function useAuditNames(): AuditNames {
  const action = useTranslations('auditAction');
  const kind = useTranslations('auditTarget');
  return {
    action: (code) => (action.has(code as ActionKey) ? action(code as ActionKey) : code),
    kind: (code) => (kind.has(code as TargetKey) ? kind(code as TargetKey) : code),
  };
}
