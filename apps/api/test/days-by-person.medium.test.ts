import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../src/access/actor.js';
import { COMMAND_LINE } from '../src/cli/system-actor.js';
import type { AttendanceDaysArgs } from '../src/modules/attendance/attendance.inputs.js';
import { managerOf, openWorkDays, type WorkDays } from './testing/work-days.js';

const FROM = '2026-03-02';
const TO = '2026-03-03';
const BY_NAME = 'EMPLOYEE_NAME_ASC';
/** As they are entered: neither by number nor by name. */
const PEOPLE = [
  ['N10', 'Émile Durand'],
  ['N9', 'zora neale'],
  ['N100', 'Anna Adams'],
  ['N2', 'Anna Adams'],
  ['N3', 'Bo Bell'],
] as const;

let work: WorkDays;
let northId: string;
let southId: string;
const ids = new Map<string, string>();

beforeAll(async () => {
  work = await openWorkDays();
  northId = work.site.id;
  southId = (await work.repositories.sites.insert(work.siteOf('South', work.clock.now()))).id;
  const defaultShiftId = await work.shift();
  for (const [number, name] of PEOPLE) {
    const place = number === 'N3' ? { siteId: southId, siteHistory: [{ siteId: southId, from: null }] } : {};
    const person = await work.person({ number, name, defaultShiftId, ...place });
    ids.set(number, person.id);
    if (number !== 'N9') await work.marks(person, FROM, ['09:00', '17:00']);
    await work.rebuild([person], FROM, TO);
  }
}, 60_000);

afterAll(() => work.database.close());

async function page(args: Partial<AttendanceDaysArgs>, actor: Actor = COMMAND_LINE) {
  const whole = { first: 100, sort: BY_NAME, filter: { from: FROM, to: TO }, ...args } as AttendanceDaysArgs;
  const { nodes, pageInfo, totalCount } = await work.services.attendanceDays.list(actor, whole);
  const people = await work.repositories.employees.listByIds(nodes.map(({ employeeId }) => employeeId));
  const numberOf = (id: string) => people.find((one) => one.id === id)?.number;
  const days = nodes.map(({ employeeId, workDate }) => `${numberOf(employeeId)} ${workDate.slice(-2)}`);
  return { days, pageInfo, totalCount };
}

const everyDay = (...numbers: string[]) => numbers.flatMap((number) => [`${number} 02`, `${number} 03`]);

describe('days by person', () => {
  it('come by name whatever its case and accents, then by date', async () => {
    const { days, totalCount } = await page({});
    expect(days.slice(4)).toEqual(everyDay('N3', 'N10', 'N9'));
    // Two of one name are told apart by their ids.
    expect([...days.slice(0, 4)].sort()).toEqual(everyDay('N100', 'N2'));
    expect(totalCount).toBe(10);
  });

  it('come by number as people count', async () => {
    expect((await page({ sort: 'EMPLOYEE_NUMBER_ASC' })).days).toEqual(everyDay('N2', 'N3', 'N9', 'N10', 'N100'));
  });

  it.each([1, 2, 3, 7])('come in pages of %s each once and in the same order', async (first) => {
    const days: string[] = [];
    let after: string | null = null;
    do {
      const next: Awaited<ReturnType<typeof page>> = await page({ first, after });
      expect(next.totalCount).toBe(10);
      days.push(...next.days);
      after = next.pageInfo.hasNextPage ? next.pageInfo.endCursor : null;
    } while (after !== null);
    expect(days).toEqual((await page({})).days);
  });

  it('keep to every filter, however few fit', async () => {
    expect((await page({ first: 1, filter: { from: FROM, to: FROM, status: 'ABSENT' } })).days).toEqual(['N9 02']);
    const one = { from: FROM, to: TO, employeeId: ids.get('N10') ?? '' };
    expect((await page({ filter: one })).days).toEqual(everyDay('N10'));
    expect((await page({ filter: { from: FROM, to: TO, siteId: southId } })).days).toEqual(everyDay('N3'));
  });

  it.each([BY_NAME, 'WORK_DATE_ASC'] as const)('are found by words of the person, sorted by %s', async (sort) => {
    expect((await page({ sort, filter: { from: FROM, to: TO, search: ' durand EMILE ' } })).days).toEqual(
      everyDay('N10'),
    );
    expect(await page({ sort, filter: { from: FROM, to: TO, search: 'nobody' } })).toMatchObject({
      days: [],
      totalCount: 0,
    });
  });

  it('show a manager the own site, and a forged cursor opens no other', async () => {
    const manager = managerOf([northId]);
    expect((await page({}, manager)).days).not.toContain('N3 02');
    const employee = managerOf([], { scopes: new Set(), siteIds: null, employeeId: ids.get('N10') ?? '' });
    const forged = ['NAME_ASC', 'bo bell', ids.get('N3'), '0000-00-00', ''];
    const after = Buffer.from(JSON.stringify(forged)).toString('base64url');
    expect((await page({ after }, manager)).days).toEqual(everyDay('N10', 'N9'));
    expect((await page({ after }, employee)).days).toEqual(everyDay('N10'));
  });

  it.each([
    ['a range without an end', { filter: { from: FROM } }],
    ['a range of more than 92 days', { filter: { from: '2026-01-01', to: '2026-04-30' } }],
    ['a cursor of another order', { after: Buffer.from('["NUMBER_ASC","a","b","c","d"]').toString('base64url') }],
    ['a cursor that is none', { after: 'nonsense' }],
    ['a page of none', { first: 0 }],
    ['a page that is too large', { first: 101 }],
  ])('are not given for %s', async (_what, args) => {
    await expect(page(args)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});

describe('the register as a file', () => {
  it('comes by number as people count, then by date', async () => {
    const { rows } = await work.services.reports.stream(COMMAND_LINE, { kind: 'REGISTER', from: FROM, to: TO });
    const days: string[] = [];
    for await (const { number, workDate } of rows) days.push(`${number} ${String(workDate).slice(-2)}`);
    expect(days).toEqual(everyDay('N2', 'N3', 'N9', 'N10', 'N100'));
  });
});
