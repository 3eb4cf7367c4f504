import { SCOPES } from '@rollcall/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bearer, type Credentials, codeOf } from './testing/graphql-test-client.js';
import { COUNTS, RECORD_ATTENDANCE } from './testing/operations.js';
import { createKey, createRegisteredPerson, type Person } from './testing/people.js';
import { base64, photos } from './testing/photos.js';
import { OWNER, startTestApi, type TestApi } from './testing/test-api.js';

let api: TestApi;
let owner: Credentials;
let anna: Person;
let annaAgain: Buffer;
let ben: Buffer;

beforeAll(async () => {
  api = await startTestApi();
  const session = await api.client.signIn(OWNER.email, OWNER.password);
  // A key, because the clock is put forward by weeks here and a session would end.
  owner = bearer(await createKey(api, session, SCOPES));
  [annaAgain, ben] = await Promise.all([photos.annaAgain(), photos.ben()]);
  anna = await createRegisteredPerson(api, owner, await photos.anna());
});

afterAll(() => api.stop());

const record = (idempotencyKey: string, photo: Buffer, as: Credentials = owner, more: object = {}) =>
  api.client.ask(RECORD_ATTENDANCE, { idempotencyKey, employeeNumber: anna.number, image: base64(photo), ...more }, as);
const counts = async () => (await api.client.send({ query: COUNTS, variables: { id: anna.id } }, owner)).data;

describe('one idempotency key', () => {
  it('sent 100 times at once makes one mark and gets 100 equal answers', async () => {
    const before = await counts();
    const answers = await Promise.all(Array.from({ length: 100 }, () => record('hundred', annaAgain)));
    const payloads = answers.map(({ data, text }) => data?.recordAttendance ?? text);
    expect(payloads.filter((payload) => payload.replayed === false)).toHaveLength(1);
    expect(new Set(payloads.map(({ replayed, ...same }) => JSON.stringify(same))).size).toBe(1);
    expect(payloads[0].outcome).toBe('RECORDED');
    const after = await counts();
    expect(after.attendanceEvents.totalCount).toBe(before.attendanceEvents.totalCount + 1);
    expect(after.captureAttempts.totalCount).toBe(before.captureAttempts.totalCount + 1);
  });

  it('gives the same answer later, and for the same image in another encoding', async () => {
    api.clock.forward(20 * 24 * 3600_000);
    const dataUrl = { image: { base64: `data:image/jpeg;base64,${annaAgain.toString('base64url')}` } };
    const { data } = await record('hundred', annaAgain, owner, dataUrl);
    expect(data.recordAttendance).toMatchObject({ outcome: 'RECORDED', replayed: true });
  });

  it.each([
    ['another photo', () => record('hundred', ben)],
    ['another kind', () => record('hundred', annaAgain, owner, { kind: 'CHECK_OUT' })],
    ['another person', () => record('hundred', annaAgain, owner, { employeeNumber: 'somebody-else' })],
  ])('with %s is a conflict and changes nothing', async (_what, send) => {
    const before = await counts();
    expect(codeOf(await send())).toBe('IDEMPOTENCY_CONFLICT');
    expect(await counts()).toEqual(before);
  });

  it('replays a refusal too', async () => {
    const first = (await record('refused', ben)).data.recordAttendance;
    const second = (await record('refused', ben)).data.recordAttendance;
    expect(first).toMatchObject({ outcome: 'NON_MATCH', replayed: false });
    expect(second).toEqual({ ...first, replayed: true });
  });

  it('of another actor is another request', async () => {
    const key = bearer(await createKey(api, owner, ['attendance:write']));
    const { data } = await record('hundred', annaAgain, key);
    expect(data.recordAttendance.replayed).toBe(false);
  });
});

describe('marks of one person at one instant', () => {
  const ROLES = `query ($id: ID!) { attendanceDays(first: 100, filter: { employeeId: $id }) { nodes { marks { role eventId } } } }`;
  /** @returns what the days make of each mark, by its id */
  const rolesOfMarks = async (): Promise<Map<string, string>> => {
    const { data } = await api.client.send({ query: ROLES, variables: { id: anna.id } }, owner);
    const marks = data.attendanceDays.nodes.flatMap((day: { marks: unknown[] }) => day.marks);
    return new Map(marks.map((mark: { role: string; eventId: string }) => [mark.eventId, mark.role]));
  };

  it('under different keys are all kept, none twice, and the day counts one and calls the others double taps', async () => {
    api.clock.forward(3600_000);
    const before = await counts();
    const answers = await Promise.all(['a', 'b', 'c', 'd'].map((name) => record(`at once ${name}`, annaAgain)));
    const ids = answers.map(({ data, text }) => data?.recordAttendance.event.id ?? text);
    expect(new Set(ids).size).toBe(4);
    expect((await counts()).attendanceEvents.totalCount).toBe(before.attendanceEvents.totalCount + 4);
    // Not by the answers: each says what the day made of its mark then, and of two, the later one can be written first.
    const roles = await rolesOfMarks();
    expect(ids.filter((id) => roles.get(id) === 'DOUBLE_TAP')).toHaveLength(3);
    expect(ids.filter((id) => ['IN', 'OUT'].includes(roles.get(id) ?? ''))).toHaveLength(1);
    for (const { data } of answers) expect(['RECORDED', 'DOUBLE_TAP']).toContain(data.recordAttendance.outcome);
  });
});

describe('when the engine is busy', () => {
  it('the answer is 503 with Retry-After, and the same key works afterwards', async () => {
    const { FaceEngine } = await import('@rollcall/face-core');
    const { pool } = api.engine as unknown as { pool: unknown };
    const tiny = await FaceEngine.create({ workers: 1, maxQueue: 0 });
    Object.assign(api.engine, { pool: (tiny as unknown as { pool: unknown }).pool });
    try {
      api.clock.forward(3600_000);
      const answers = await Promise.all(['e', 'f', 'g', 'h'].map((name) => record(`busy ${name}`, annaAgain)));
      const busy = answers
        .map((answer, index) => ({ answer, index }))
        .filter(({ answer }) => answer.errors !== undefined);
      expect(busy.length).toBeGreaterThan(0);
      for (const { answer } of busy) {
        expect(codeOf(answer)).toBe('ENGINE_BUSY');
        expect(answer.status).toBe(503);
        expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
      }
      const name = ['e', 'f', 'g', 'h'][busy[0]?.index ?? 0];
      const again = await record(`busy ${name}`, annaAgain);
      expect(again.data.recordAttendance.event).not.toBeNull();
    } finally {
      Object.assign(api.engine, { pool });
      await tiny.close();
    }
  });
});
