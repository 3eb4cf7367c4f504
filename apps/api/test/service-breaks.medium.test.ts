import type { Employee, ServiceBreak } from '@rollcall/db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMAND_LINE } from '../src/cli/system-actor.js';
import { managerOf, openWorkDays, type WorkDays } from './testing/work-days.js';

const [MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY] = [
  '2026-03-02',
  '2026-03-03',
  '2026-03-04',
  '2026-03-05',
  '2026-03-06',
] as const;
const DAYS = [MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY];

let work: WorkDays;

beforeAll(async () => {
  work = await openWorkDays();
}, 120_000);

afterAll(() => work.database.close());

const current = ({ id }: Employee) => work.repositories.employees.getById(id);
const statuses = async (person: Employee) =>
  Promise.all(DAYS.map(async (date) => (await work.dayOf(person, date))?.status ?? null));

async function set(person: Employee, breaks: ServiceBreak[], more: object = {}, actor = COMMAND_LINE) {
  const { version } = await current(person);
  const input = { id: person.id, version, breaks, reason: 'Came back earlier', ...more };
  return work.services.serviceBreaks.set(actor, input);
}

/** Came back on Friday, as it was entered; and marked on Wednesday and Thursday. */
async function cameBack() {
  const { id: siteId } = await work.repositories.sites.insert(work.siteOf('Own', work.clock.now()));
  const hired = { joiningDate: MONDAY, leavingDate: '2026-03-08', defaultShiftId: await work.shift() };
  const serviceBreaks = [{ from: TUESDAY, to: THURSDAY }];
  const person = await work.person({ ...hired, serviceBreaks, siteId, siteHistory: [{ siteId, from: null }] });
  for (const date of [MONDAY, WEDNESDAY, THURSDAY, FRIDAY])
    await work.marks(person, date, ['09:00', '17:00'], { siteId });
  await work.rebuild([person], MONDAY, work.clock.now().toISOString().slice(0, 10));
  return { person, siteId };
}

describe('a break in service that was entered wrong', () => {
  it('is put right: its days and the marks on them are judged, with the reason in the audit', async () => {
    const { person } = await cameBack();
    expect(await statuses(person)).toEqual(['PRESENT', null, null, null, 'PRESENT']);
    await set(person, [{ from: TUESDAY, to: TUESDAY }]);
    expect(await statuses(person)).toEqual(['PRESENT', null, 'PRESENT', 'PRESENT', 'PRESENT']);
    await set(person, []);
    expect(await statuses(person)).toEqual(['PRESENT', 'ABSENT', 'PRESENT', 'PRESENT', 'PRESENT']);
    await set(person, [{ from: TUESDAY, to: WEDNESDAY }]);
    expect(await statuses(person)).toEqual(['PRESENT', null, null, 'PRESENT', 'PRESENT']);
    const target = { kind: 'EMPLOYEE', id: person.id };
    const { nodes } = await work.repositories.audit.list(
      { action: 'EMPLOYEE_SERVICE_BREAKS_SET', target },
      { first: 10 },
    );
    expect(nodes.map(({ details }) => details)).toContainEqual({
      ...{ before: `${TUESDAY}/${THURSDAY}`, after: `${TUESDAY}/${TUESDAY}`, reason: 'Came back earlier' },
    });
  });

  it('stays while a day of it is finalised, and nothing changes', async () => {
    const { person, siteId } = await cameBack();
    await work.services.periods.finalise(COMMAND_LINE, { from: THURSDAY, to: THURSDAY, siteId });
    await expect(set(person, [{ from: TUESDAY, to: WEDNESDAY }])).rejects.toMatchObject({ code: 'DAY_CLOSED' });
    expect((await current(person)).serviceBreaks).toEqual([{ from: TUESDAY, to: THURSDAY }]);
    await set(person, [{ from: WEDNESDAY, to: THURSDAY }]);
    expect(await statuses(person)).toEqual(['PRESENT', 'ABSENT', null, null, 'PRESENT']);
  });

  it('stays for a version that is old, dates that cannot be, and people without sight or right', async () => {
    const { person } = await cameBack();
    await expect(set(person, [], { version: 0 })).rejects.toMatchObject({ code: 'CONFLICT' });
    const early = [{ from: MONDAY, to: TUESDAY }];
    await expect(set(person, early)).rejects.toMatchObject({ details: { field: 'breaks.0.from' } });
    await expect(set(person, [], { reason: ' ' })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    await expect(set(person, [], {}, managerOf([work.site.id]))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const stranger = { ...COMMAND_LINE, siteIds: [work.site.id] };
    await expect(set(person, [], {}, stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await current(person)).serviceBreaks).toEqual([{ from: TUESDAY, to: THURSDAY }]);
  });
});
