import { OverviewDocument, type OverviewQuery } from '../../gql/graphql';
import { isAccepted } from '../../lib/format/outcome-tone';
import type { ApiResult } from '../../lib/graphql/api-problem';
import { serverQuery } from '../../lib/graphql/server-query';
import { dateIn, startOfDay } from '../../lib/time/zoned-day';
import { may } from '../auth/may';
import type { SignedIn } from '../auth/require-viewer';

export type OverviewDay = OverviewQuery['attendanceDays']['nodes'][number];
export type OverviewMark = OverviewQuery['attendanceEvents']['nodes'][number];
export type OverviewAttempt = NonNullable<OverviewQuery['captureAttempts']>['nodes'][number];

export interface Overview {
  /** Today, where the organisation is. */
  readonly date: string;
  /** Those with a mark; at most a hundred. */
  readonly days: readonly OverviewDay[];
  /** How many there are in all. */
  readonly presentCount: number;
  readonly presence: OverviewQuery['presence'];
  readonly marks: readonly OverviewMark[];
  readonly markCount: number;
  readonly activeCount: number;
  readonly withoutFaceCount: number;
  /** Null: the viewer may not see attempts. */
  readonly refused: readonly OverviewAttempt[] | null;
  /** True if there were more attempts than were read, so the number is a lower bound. */
  readonly hasMoreAttempts: boolean;
}

export async function loadOverview({ viewer, timeZone }: SignedIn): Promise<ApiResult<Overview>> {
  const date = dateIn(timeZone, new Date());
  const from = startOfDay(date, timeZone).toISOString();
  const result = await serverQuery(OverviewDocument, {
    day: { from: date, to: date, hasMarks: true },
    marks: { from },
    attempts: { from },
    canSeeAttempts: may(viewer, 'audit:read'),
  });
  if (!result.ok) return result;
  const { active, withoutFace, presence, attendanceDays, attendanceEvents, captureAttempts } = result.data;
  return {
    ok: true,
    data: {
      date,
      days: attendanceDays.nodes,
      presentCount: attendanceDays.totalCount,
      presence,
      marks: attendanceEvents.nodes,
      markCount: attendanceEvents.totalCount,
      activeCount: active.totalCount,
      withoutFaceCount: withoutFace.totalCount,
      refused: captureAttempts?.nodes.filter(({ outcome }) => !isAccepted(outcome)) ?? null,
      hasMoreAttempts: captureAttempts?.pageInfo.hasNextPage ?? false,
    },
  };
}
