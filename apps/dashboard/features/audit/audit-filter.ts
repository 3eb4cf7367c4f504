import type { AuditEntryFilter } from '../../gql/graphql';
import { readOneOf, readText, type SearchParams } from '../../lib/navigation/page-params';
import { addDays, isCalendarDate, startOfDay } from '../../lib/time/zoned-day';

const AUDIT_OUTCOMES = ['DONE', 'REFUSED'] as const;
const FILTERS = ['action', 'actor', 'kind', 'target', 'from', 'to', 'outcome'] as const;
const NO_SUCH_KIND = '-';

/** What the address asks for; dates are those of the organisation's zone, both included. */
export function readAuditFilter(params: SearchParams, timeZone: string): AuditEntryFilter {
  const from = readDate(params.from);
  const to = readDate(params.to);
  const targetId = readText(params.target, 100);
  return {
    action: readText(params.action, 100),
    actorId: readText(params.actor, 100),
    targetKind: readText(params.kind, 100) ?? (targetId === null ? null : NO_SUCH_KIND),
    targetId,
    outcome: readOneOf(params.outcome, AUDIT_OUTCOMES),
    from: from && startOfDay(from, timeZone).toISOString(),
    to: to && startOfDay(addDays(to, 1), timeZone).toISOString(),
  };
}

export function hasAuditFilter(params: SearchParams): boolean {
  return FILTERS.some((name) => readText(params[name]) !== null);
}

function readDate(value: SearchParams[string]): string | null {
  const text = readText(value);
  return text !== null && isCalendarDate(text) ? text : null;
}
