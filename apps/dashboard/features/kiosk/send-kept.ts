import type { RecordAttendanceInput } from '../../gql/graphql';
import type { ApiProblem, ApiResult } from '../../lib/graphql/api-problem';
import type { KeptMark } from './kept-marks';

export interface KeptMarkStore {
  readonly list: () => Promise<readonly KeptMark[]>;
  readonly imageOf: (mark: KeptMark) => Promise<{ readonly base64: string }>;
  readonly forget: (id: string) => Promise<void>;
}

/** Nobody can be reached, or has time, or lets us in: the others would fare no better now. */
const FOR_ALL: ReadonlySet<ApiProblem> = new Set([
  'UNREACHABLE',
  'UNAUTHENTICATED',
  'RATE_LIMITED',
  'ENGINE_BUSY',
  'TIMEOUT',
]);

/**
 * Sends what was kept, one after the other in the order of capture. A mark is forgotten when the server has decided about it,
 * whatever it decided, and never before; one that cannot be sent stays and does not hold up the others.
 *
 * @returns how many are still there
 */
export async function sendKept(
  store: KeptMarkStore,
  send: (input: RecordAttendanceInput) => Promise<ApiResult<unknown>>,
): Promise<number> {
  const marks = await store.list();
  let decided = 0;
  for (const mark of marks) {
    const { id, who, kind, capturedAt } = mark;
    const image = await store.imageOf(mark).catch(() => null);
    if (image === null) continue;
    const result = await send({ idempotencyKey: id, ...who, kind, capturedAt, image, isOffline: true });
    if (result.ok) {
      await store.forget(id);
      decided += 1;
    } else if (FOR_ALL.has(result.problem)) break;
  }
  return marks.length - decided;
}

/** Up to when everything captured has arrived: before the first that is kept, or shortly before now. */
export function syncedThrough(marks: readonly KeptMark[], nowMs: number): Date {
  const [first] = marks;
  return new Date(first === undefined ? nowMs - CLOCK_MARGIN_MS : Date.parse(first.capturedAt));
}

/** The server tells its time in whole seconds, and takes nothing that is still to come. */
const CLOCK_MARGIN_MS = 3_000;
