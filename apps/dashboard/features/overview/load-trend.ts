import { AttendanceTrendDocument, type AttendanceTrendQuery } from '../../gql/graphql';
import type { ApiResult } from '../../lib/graphql/api-problem';
import { serverQuery } from '../../lib/graphql/server-query';

export type Trend = AttendanceTrendQuery['attendanceTrend'];

/** Of the last four weeks. */
export async function loadTrend(): Promise<ApiResult<Trend>> {
  const result = await serverQuery(AttendanceTrendDocument, {});
  return result.ok ? { ok: true, data: result.data.attendanceTrend } : result;
}
