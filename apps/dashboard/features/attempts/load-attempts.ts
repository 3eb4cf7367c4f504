import { AttemptsDocument, type AttemptsQuery } from '../../gql/graphql';
import type { ApiResult } from '../../lib/graphql/api-problem';
import { serverQuery } from '../../lib/graphql/server-query';
import { readOneOf, readPage, readText, type SearchParams } from '../../lib/navigation/page-params';
import { addDays, isCalendarDate, startOfDay } from '../../lib/time/zoned-day';
import { ATTEMPT_KINDS } from './attempt-kinds';

export type Attempts = AttemptsQuery['captureAttempts'] & { readonly pageSize: number };

/** The page of attempts that the address means; dates are those of the organisation's zone, both included. */
export async function loadAttempts(params: SearchParams, timeZone: string): Promise<ApiResult<Attempts>> {
  const { first, after } = readPage(params);
  const from = readDate(params.from);
  const to = readDate(params.to);
  const result = await serverQuery(AttemptsDocument, {
    first,
    after,
    filter: {
      outcome: readText(params.outcome),
      kind: readOneOf(params.kind, ATTEMPT_KINDS),
      employeeId: readText(params.employee),
      from: from && startOfDay(from, timeZone).toISOString(),
      to: to && startOfDay(addDays(to, 1), timeZone).toISOString(),
    },
  });
  return result.ok ? { ok: true, data: { ...result.data.captureAttempts, pageSize: first } } : result;
}

function readDate(value: SearchParams[string]): string | null {
  const text = readText(value);
  return text !== null && isCalendarDate(text) ? text : null;
}

export function hasAttemptFilter(params: SearchParams): boolean {
  return ['outcome', 'kind', 'employee', 'from', 'to'].some((name) => readText(params[name]) !== null);
}
