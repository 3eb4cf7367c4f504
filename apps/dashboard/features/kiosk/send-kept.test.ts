import { describe, expect, it } from 'vitest';
import type { RecordAttendanceInput } from '../../gql/graphql';
import type { ApiResult } from '../../lib/graphql/api-problem';
import type { KeptMark } from './kept-marks';
import { sendKept, syncedThrough } from './send-kept';

const mark = (id: string, minute: number): KeptMark => ({
  ...{ id, who: { employeeNumber: id }, kind: 'AUTO' },
  capturedAt: `2026-11-27T08:0${minute}:00.000Z`,
});

function storeOf(...ids: readonly string[]) {
  let marks = ids.map((id, minute) => mark(id, minute));
  return {
    list: async () => marks,
    imageOf: async ({ id }: KeptMark) => {
      if (id.startsWith('damaged')) throw new Error('not as it was kept');
      return { base64: btoa(id) };
    },
    forget: async (id: string) => {
      marks = marks.filter((kept) => kept.id !== id);
    },
    left: () => marks.map(({ id }) => id),
  };
}

/** Answers as told; keeps what was sent. */
function server(answers: Readonly<Record<string, ApiResult<unknown>>> = {}) {
  const sent: RecordAttendanceInput[] = [];
  const send = async (input: RecordAttendanceInput): Promise<ApiResult<unknown>> => {
    sent.push(input);
    return answers[input.idempotencyKey] ?? { ok: true, data: {} };
  };
  return { sent, send };
}

describe('marks that were kept', () => {
  it('are sent in the order of their capture, as offline ones, and then forgotten', async () => {
    const [store, { sent, send }] = [storeOf('a', 'b', 'c'), server()];
    expect(await sendKept(store, send)).toBe(0);
    expect(sent.map(({ idempotencyKey, isOffline, capturedAt }) => [idempotencyKey, isOffline, capturedAt])).toEqual([
      ['a', true, '2026-11-27T08:00:00.000Z'],
      ['b', true, '2026-11-27T08:01:00.000Z'],
      ['c', true, '2026-11-27T08:02:00.000Z'],
    ]);
    expect(store.left()).toEqual([]);
  });

  it.each(['UNREACHABLE', 'ENGINE_BUSY', 'TIMEOUT', 'RATE_LIMITED', 'UNAUTHENTICATED'] as const)(
    'stay, with all after them, when the answer is %s',
    async (problem) => {
      const [store, { sent, send }] = [storeOf('a', 'b', 'c'), server({ b: { ok: false, problem } })];
      expect(await sendKept(store, send)).toBe(2);
      expect(sent).toHaveLength(2);
      expect(store.left()).toEqual(['b', 'c']);
    },
  );

  it('stay alone when they cannot be taken: the others go on', async () => {
    const answers = {
      a: { ok: false, problem: 'IMAGE_UNDECODABLE' },
      b: { ok: false, problem: 'INTERNAL_SERVER_ERROR' },
    } as const;
    const [store, { send }] = [storeOf('a', 'b', 'damaged', 'c'), server(answers)];
    expect(await sendKept(store, send)).toBe(3);
    expect(store.left()).toEqual(['a', 'b', 'damaged']);
  });

  it('hold up what the device says to have sent', () => {
    const now = Date.parse('2026-11-27T09:00:00Z');
    expect(syncedThrough([mark('a', 1), mark('b', 2)], now).toISOString()).toBe('2026-11-27T08:01:00.000Z');
    expect(syncedThrough([], now).getTime()).toBeLessThan(now);
  });
});
