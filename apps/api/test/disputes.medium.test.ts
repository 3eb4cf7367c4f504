import { randomUUID } from 'node:crypto';
import type { Employee } from '@rollcall/db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../src/access/actor.js';
import { COMMAND_LINE } from '../src/cli/system-actor.js';
import { managerOf, openWorkDays, type WorkDays } from './testing/work-days.js';

const MONDAY = '2026-03-02';
const PERIOD_DAY = '2026-02-02';

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

/** Somebody with marks at nine and five, and who leads the site. */
async function disputed(date = MONDAY) {
  const { id: siteId } = await work.repositories.sites.insert(work.siteOf('Own', work.clock.now()));
  const place = { siteId, siteHistory: [{ siteId, from: null }], defaultShiftId: await work.shift() };
  const [person, other] = [await work.person(place), await work.person(place)];
  const [arrival, departure] = await work.marks(person, date, ['09:00', '17:00'], { siteId });
  await work.rebuild([person, other], date, date);
  if (arrival === undefined || departure === undefined) throw new Error('unreachable');
  return { person, other, siteId, arrival, departure, manager: managerOf([siteId]) };
}

const raise = (actor: Actor, eventId: string, more: object = {}) =>
  work.services.disputes.raise(actor, { eventId, reason: 'The camera shows somebody else', ...more });
const resolve = (actor: Actor, id: string, isUpheld: boolean, version = 1) =>
  work.services.disputes.resolve(actor, { id, version, isUpheld, note: 'Looked at the camera' });
const statusOf = async (person: Employee) => (await work.dayOf(person, MONDAY))?.status;

async function auditOf(id: string): Promise<readonly string[]> {
  const target = { kind: 'MARK_DISPUTE', id };
  const { nodes } = await work.repositories.audit.list({ target }, { first: 10 });
  return nodes.map(({ action }) => action).sort();
}

describe('a mark in question', () => {
  it('counts until somebody decides, and waits in the list of its site alone', async () => {
    const { person, arrival, manager } = await disputed();
    const { id } = await raise(manager, arrival.id);
    expect(await statusOf(person)).toBe('PRESENT');
    const open = { filter: { status: 'OPEN' as const }, first: 10 };
    expect((await work.services.disputes.list(manager, open)).nodes.map((one) => one.id)).toEqual([id]);
    expect((await work.services.disputes.list(managerOf([randomUUID()]), open)).nodes).toEqual([]);
    expect(await auditOf(id)).toEqual(['MARK_DISPUTED']);
  });

  it('upheld, counts no more: the day is judged without it, and the mark itself stays in the record', async () => {
    const { person, arrival, departure, manager } = await disputed();
    const { id } = await raise(manager, departure.id);
    const decided = await resolve(manager, id, true);
    expect(decided).toMatchObject({ status: 'UPHELD', decisionNote: 'Looked at the camera', actualEventId: null });
    expect(await statusOf(person)).toBe('MISSING_MARK');
    const { attendanceEvents } = work.repositories;
    expect(await attendanceEvents.getById(departure.id)).toMatchObject(departure);
    expect(await attendanceEvents.getById(decided.voidEventId ?? '')).toMatchObject({
      employeeId: person.id,
      replacesEventId: departure.id,
      isVoid: true,
      source: 'CORRECTION',
    });
    const day = await work.dayOf(person, MONDAY);
    await work.rebuild([person], MONDAY, MONDAY);
    expect(await work.dayOf(person, MONDAY)).toEqual(day);
    expect(arrival.employeeId).toBe(person.id);
    expect(await auditOf(id)).toEqual(['MARK_DISPUTED', 'MARK_DISPUTE_UPHELD']);
  });

  it('upheld, counts for the person who was named instead', async () => {
    const { person, other, arrival, departure, manager } = await disputed();
    for (const mark of [arrival, departure]) {
      const { id } = await raise(manager, mark.id, { actualEmployeeId: other.id });
      const { actualEventId } = await resolve(manager, id, true);
      expect(await work.repositories.attendanceEvents.getById(actualEventId ?? '')).toMatchObject({
        employeeId: other.id,
        at: mark.at,
        assurance: 'SUPERVISOR',
      });
    }
    expect(await work.dayOf(other, MONDAY)).toMatchObject({ status: 'PRESENT', workedMinutes: 480 });
    expect(await work.dayOf(person, MONDAY)).toMatchObject({ status: 'ABSENT', workedMinutes: 0 });
  });

  it('rejected, stays as it was, and no mark is written', async () => {
    const { person, arrival, manager } = await disputed();
    const before = await work.dayOf(person, MONDAY);
    const { id } = await raise(manager, arrival.id);
    expect(await resolve(manager, id, false)).toMatchObject({ status: 'REJECTED', voidEventId: null });
    expect(await work.repositories.attendanceEvents.findReplacementOf(arrival.id)).toBeNull();
    expect(await work.dayOf(person, MONDAY)).toEqual(before);
    expect(await auditOf(id)).toEqual(['MARK_DISPUTED', 'MARK_DISPUTE_REJECTED']);
  });

  it('is decided once, and only by the version that was read', async () => {
    const { arrival, manager } = await disputed();
    const { id } = await raise(manager, arrival.id);
    expect(await codeOf(resolve(manager, id, true, 7))).toBe('CONFLICT');
    expect(await work.repositories.attendanceEvents.findReplacementOf(arrival.id)).toBeNull();
    await resolve(manager, id, false);
    expect(await codeOf(resolve(manager, id, true, 2))).toBe('CONFLICT');
  });

  it('is put in question once at a time, and again after a decision', async () => {
    const { arrival, manager } = await disputed();
    const { id } = await raise(manager, arrival.id);
    expect(await codeOf(raise(manager, arrival.id))).toBe('CONFLICT');
    await resolve(manager, id, false);
    expect(await codeOf(raise(manager, arrival.id))).toBe('done');
  });

  it('that counts no more cannot be put in question', async () => {
    const { arrival, manager } = await disputed();
    const { voidEventId } = await resolve(manager, (await raise(manager, arrival.id)).id, true);
    expect(await codeOf(raise(manager, arrival.id))).toBe('CONFLICT');
    expect(await codeOf(raise(manager, voidEventId ?? ''))).toBe('BAD_USER_INPUT');
  });
});

describe('a mark that a correction wrote', () => {
  it.each(['dispute', 'correction'])('is taken back by a %s like any other', async (way) => {
    const { person, departure, manager } = await disputed();
    const { corrections } = work.services;
    const correct = async (wish: object) => {
      const input = { employeeId: person.id, action: 'VOID' as const, reason: 'Wrong', ...wish };
      const { id, version } = await corrections.request(manager, input);
      return (await corrections.decide(manager, { id, version, isApproved: true })).eventId ?? '';
    };
    const later = new Date(departure.at.getTime() + 60_000);
    const eventId = await correct({ action: 'REPLACE', replacesEventId: departure.id, at: later });
    expect(await statusOf(person)).toBe('PRESENT');
    if (way === 'dispute') await resolve(manager, (await raise(manager, eventId)).id, true);
    else await correct({ replacesEventId: eventId });
    expect(await statusOf(person)).toBe('MISSING_MARK');
  });
});

describe('a dispute', () => {
  it('about people of another site is neither raised nor decided: they look as if they did not exist', async () => {
    const { arrival, manager, other } = await disputed();
    const stranger = managerOf([randomUUID()]);
    expect(await codeOf(raise(stranger, arrival.id))).toBe('NOT_FOUND');
    const elsewhere = await disputed();
    expect(await codeOf(raise(manager, arrival.id, { actualEmployeeId: elsewhere.other.id }))).toBe('NOT_FOUND');
    const { id } = await raise(manager, arrival.id, { actualEmployeeId: other.id });
    expect(await codeOf(resolve(stranger, id, true))).toBe('NOT_FOUND');
  });

  it('about the own mark, or naming oneself, is for somebody else', async () => {
    const { person, other, arrival, siteId, manager } = await disputed();
    expect(await codeOf(raise(managerOf([siteId], { employeeId: person.id }), arrival.id))).toBe('FORBIDDEN');
    const { id } = await raise(manager, arrival.id, { actualEmployeeId: other.id });
    expect(await codeOf(resolve(managerOf([siteId], { employeeId: other.id }), id, true))).toBe('FORBIDDEN');
  });

  it('names somebody else and a reason', async () => {
    const { person, arrival, manager } = await disputed();
    expect(await codeOf(raise(manager, arrival.id, { actualEmployeeId: person.id }))).toBe('BAD_USER_INPUT');
    expect(await codeOf(raise(manager, arrival.id, { reason: '   ' }))).toBe('BAD_USER_INPUT');
  });

  it('about a finalised day cannot be upheld: nothing of it is written, and it still waits', async () => {
    const { person, siteId, arrival, manager } = await disputed(PERIOD_DAY);
    const { id } = await raise(manager, arrival.id);
    await work.services.periods.finalise(COMMAND_LINE, { from: PERIOD_DAY, to: PERIOD_DAY, siteId });
    expect(await codeOf(resolve(manager, id, true))).toBe('DAY_CLOSED');
    expect(await work.repositories.attendanceEvents.findReplacementOf(arrival.id)).toBeNull();
    expect(await work.repositories.markDisputes.getById(id)).toMatchObject({ status: 'OPEN', version: 1 });
    expect((await work.dayOf(person, PERIOD_DAY))?.status).toBe('PRESENT');
  });

  it('cannot give a mark to somebody who did not work here yet, and then takes none away', async () => {
    const { siteId, arrival, manager } = await disputed();
    const later = await work.person({ siteId, joiningDate: '2026-06-01' });
    const { id } = await raise(manager, arrival.id, { actualEmployeeId: later.id });
    expect(await codeOf(resolve(manager, id, true))).toBe('BAD_USER_INPUT');
    expect(await work.repositories.attendanceEvents.findReplacementOf(arrival.id)).toBeNull();
  });
});
