import {
  AuditChainDocument,
  type AuditChainQuery,
  AuditEntriesDocument,
  type AuditEntriesQuery,
} from '../../gql/graphql';
import type { ApiResult } from '../../lib/graphql/api-problem';
import { serverQuery } from '../../lib/graphql/server-query';
import { readOneOf, readPage, readText, type SearchParams } from '../../lib/navigation/page-params';
import { addDays, isCalendarDate, startOfDay } from '../../lib/time/zoned-day';

export type AuditEntries = AuditEntriesQuery['auditEntries'] & { readonly pageSize: number };
export type AuditChain = AuditChainQuery['auditVerification'];

export const AUDIT_OUTCOMES = ['DONE', 'REFUSED'] as const;
const FILTERS = ['action', 'actor', 'kind', 'target', 'from', 'to', 'outcome'] as const;
const NO_SUCH_KIND = '-';

/** The page of the record that the address means; dates are those of the organisation's zone, both included. */
export async function loadAudit(params: SearchParams, timeZone: string): Promise<ApiResult<AuditEntries>> {
  const { first, after } = readPage(params);
  const from = readDate(params.from);
  const to = readDate(params.to);
  const targetId = readText(params.target, 100);
  const result = await serverQuery(AuditEntriesDocument, {
    first,
    after,
    filter: {
      action: readText(params.action, 100),
      actorId: readText(params.actor, 100),
      targetKind: readText(params.kind, 100) ?? (targetId === null ? null : NO_SUCH_KIND),
      targetId,
      outcome: readOneOf(params.outcome, AUDIT_OUTCOMES),
      from: from && startOfDay(from, timeZone).toISOString(),
      to: to && startOfDay(addDays(to, 1), timeZone).toISOString(),
    },
  });
  return result.ok ? { ok: true, data: { ...result.data.auditEntries, pageSize: first } } : result;
}

/** Has the whole chain followed; takes the longer the more entries there are. */
export async function loadAuditChain(): Promise<ApiResult<AuditChain>> {
  const result = await serverQuery(AuditChainDocument, {});
  return result.ok ? { ok: true, data: result.data.auditVerification } : result;
}

function readDate(value: SearchParams[string]): string | null {
  const text = readText(value);
  return text !== null && isCalendarDate(text) ? text : null;
}

export function hasAuditFilter(params: SearchParams): boolean {
  return FILTERS.some((name) => readText(params[name]) !== null);
}
