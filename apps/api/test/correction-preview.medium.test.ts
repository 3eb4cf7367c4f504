import type { Employee } from '@rollcall/db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMAND_LINE } from '../src/cli/system-actor.js';
import { addDays } from '../src/local-dates/date-range.js';
import type { RequestCorrectionInput } from '../src/modules/correction/correction.inputs.js';
import { managerOf, openWorkDays, type WorkDays } from './testing/work-days.js';

const MONDAY = '2026-03-02';

let work: WorkDays;
beforeAll(async () => {
  work = await openWorkDays();
}, 120_000);
afterAll(() => work.database.close());

const codeOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'done',
    (error) => error.code,
  );

/** Came at nine and forgot to go. */
async function forgetful() {
  const person = await work.person({ defaultShiftId: await work.shift() });
  const [mark] = await work.marks(person, MONDAY, ['09:00']);
  await work.rebuild([person], addDays(MONDAY, -1), addDays(MONDAY, 1));
  return { person, mark };
}

const forgotten = ({ id }: Employee): RequestCorrectionInput => ({
  ...{ employeeId: id, action: 'ADD', kind: 'AUTO', reason: 'Forgot.' },
  at: new Date(`${MONDAY}T16:00:00Z`),
});

const shape = (changes: readonly { workDate: string; before: unknown; after: unknown }[]) =>
  changes.map(({ workDate, before, after }) => [workDate, statusIn(before), statusIn(after)]);
const statusIn = (day: unknown) => (day as { status: string } | null)?.status ?? null;

describe('what a correction would change', () => {
  it('is shown before it is asked for and before it is decided, and nothing of it stays', async () => {
    const { person } = await forgetful();
    const { corrections } = work.services;
    const input = forgotten(person);
    const wished = await corrections.preview(COMMAND_LINE, { input });
    expect(shape(wished.diff.changes)).toEqual([[MONDAY, 'MISSING_MARK', 'PRESENT']]);
    const { id, version } = await corrections.request(COMMAND_LINE, input);
    const waiting = await corrections.preview(COMMAND_LINE, { id });
    expect(waiting.token).toBe(wished.token);
    expect((await work.dayOf(person, MONDAY))?.status).toBe('MISSING_MARK');
    expect((await work.repositories.corrections.list({ employeeId: person.id }, { first: 5 })).totalCount).toBe(1);
    expect((await work.repositories.attendanceEvents.list({ employeeId: person.id }, { first: 5 })).totalCount).toBe(1);
    await corrections.decide(COMMAND_LINE, { id, version, isApproved: true }, waiting.token);
    expect(await work.dayOf(person, MONDAY)).toMatchObject({ status: 'PRESENT', workedMinutes: 480 });
  });

  it('is done exactly, or is a conflict and nothing is done', async () => {
    const { person } = await forgetful();
    const { corrections } = work.services;
    const { id, version } = await corrections.request(COMMAND_LINE, forgotten(person));
    const { token } = await corrections.preview(COMMAND_LINE, { id });
    await work.marks(person, MONDAY, ['12:00', '13:00', '14:00']);
    const decision = { id, version, isApproved: true };
    expect(await codeOf(corrections.decide(COMMAND_LINE, decision, token))).toBe('CONFLICT');
    expect(await work.repositories.corrections.getById(id)).toMatchObject({ status: 'PENDING', eventId: null });
    expect((await work.dayOf(person, MONDAY))?.status).toBe('MISSING_MARK');
    const again = await corrections.preview(COMMAND_LINE, { id });
    expect(await codeOf(corrections.decide(COMMAND_LINE, decision, again.token))).toBe('done');
  });

  it('names both days of a mark that moves, and is compared for a rejection by nobody', async () => {
    const { person, mark } = await forgetful();
    const { corrections } = work.services;
    const later = addDays(MONDAY, 7);
    const at = new Date(`${later}T08:00:00Z`);
    const input: RequestCorrectionInput = { ...forgotten(person), action: 'REPLACE', at };
    const { diff } = await corrections.preview(COMMAND_LINE, {
      input: { ...input, replacesEventId: mark?.id ?? null },
    });
    expect(diff.changes.map(({ workDate }) => workDate)).toEqual(expect.arrayContaining([MONDAY, later]));
    const { id, version } = await corrections.request(COMMAND_LINE, forgotten(person));
    const rejected = await corrections.decide(COMMAND_LINE, { id, version, isApproved: false }, 'other');
    expect(rejected.status).toBe('REJECTED');
    expect(await codeOf(corrections.preview(COMMAND_LINE, { id }))).toBe('CONFLICT');
  });

  it('is shown to whoever may decide about it only, and of one correction', async () => {
    const { person } = await forgetful();
    const { corrections } = work.services;
    const input = forgotten(person);
    const { id } = await corrections.request(COMMAND_LINE, input);
    expect(await codeOf(corrections.preview(managerOf(['elsewhere']), { id }))).toBe('NOT_FOUND');
    expect(await codeOf(corrections.preview(managerOf(['elsewhere']), { input }))).toBe('NOT_FOUND');
    const own = managerOf([work.site.id], { employeeId: person.id });
    expect(await codeOf(corrections.preview(own, { id }))).toBe('FORBIDDEN');
    expect(await codeOf(corrections.preview(COMMAND_LINE, { id, input }))).toBe('BAD_USER_INPUT');
    expect(await codeOf(corrections.preview(COMMAND_LINE, {}))).toBe('BAD_USER_INPUT');
  });
});
