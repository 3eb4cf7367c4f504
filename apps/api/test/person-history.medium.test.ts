import { randomUUID } from 'node:crypto';
import { TIMELINE_KINDS, type TimelineKind } from '@rollcall/contracts';
import type { TimelineItem } from '@rollcall/db';
import { anAuditEntry, anEvent } from '@rollcall/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../src/access/actor.js';
import { COMMAND_LINE } from '../src/cli/system-actor.js';
import { managerOf, openWorkDays, type WorkDays } from './testing/work-days.js';

let work: WorkDays;

beforeAll(async () => {
  work = await openWorkDays();
}, 120_000);

afterAll(() => work.database.close());

const DAY = '2026-03-02';
const page = { first: 100 };
const timelineOf = (actor: Actor, employeeId: string, more: object = {}) =>
  work.services.timeline.list(actor, { employeeId, ...page, ...more });
const kindsOf = (items: readonly TimelineItem[]) => [...new Set(items.map(({ kind }) => kind))].sort();

/** Somebody to whom something of every kind happened. */
async function eventful() {
  const person = await work.person();
  const shiftId = await work.shift();
  const { services, repositories } = work;
  await services.assignments.assign(COMMAND_LINE, { employeeIds: [person.id], shiftId, from: DAY, to: DAY });
  const marks = await work.marks(person, DAY, ['08:55', '17:05']);
  const { id: leaveTypeId } = await services.calendar.createLeaveType(COMMAND_LINE, {
    name: `Leave ${randomUUID()}`,
    isPaid: true,
  });
  const dates = { from: '2026-04-01', to: '2026-04-03', portion: 'FULL' as const };
  const leave = await services.leaves.request(COMMAND_LINE, { employeeId: person.id, leaveTypeId, ...dates });
  const correction = await services.corrections.request(COMMAND_LINE, {
    ...{ employeeId: person.id, action: 'ADD' as const, reason: 'Forgot' },
    at: new Date(work.clock.now().getTime() - 3_600_000),
  });
  for (const action of ['CONSENT_RECORDED', 'FACE_REGISTERED'])
    await repositories.audit.insert(anAuditEntry({ action, target: { kind: 'EMPLOYEE', id: person.id } }));
  return { person, shiftId, marks, leave, correction };
}

describe('the timeline of a person', () => {
  it('has marks, corrections, leave, shifts, faces, agreements and changes, newest first', async () => {
    const { person, shiftId, marks, leave, correction } = await eventful();
    const { nodes, totalCount } = await timelineOf(COMMAND_LINE, person.id);
    expect(kindsOf(nodes)).toEqual([...TIMELINE_KINDS].sort());
    expect(nodes.length).toBe(totalCount);
    const moments = nodes.map(({ at }) => at.getTime());
    expect(moments).toEqual([...moments].sort((a, b) => b - a));
    const ids = nodes.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining([leave.id, correction.id, ...marks.map(({ id }) => id)]));
    const assigned = nodes.find((item) => 'action' in item && item.action === 'SHIFT_ASSIGNED');
    expect(assigned).toMatchObject({ entry: { details: { shiftId, from: DAY, to: DAY } } });
  });

  it('comes in pages of which none repeats or leaves out anything, also where moments are the same', async () => {
    const { person } = await eventful();
    const at = new Date('2026-03-05T08:00:00Z');
    const target = { kind: 'EMPLOYEE', id: person.id };
    for (let i = 0; i < 5; i += 1)
      await work.repositories.audit.insert(anAuditEntry({ at, action: 'EMPLOYEE_UPDATED', target }));
    await work.repositories.attendanceEvents.insert(anEvent(person.id, { at, recordedAt: at }));
    const whole = (await timelineOf(COMMAND_LINE, person.id)).nodes.map(({ id }) => id);
    const found: string[] = [];
    let after: string | null = null;
    do {
      const { nodes, pageInfo } = await timelineOf(COMMAND_LINE, person.id, { first: 3, after });
      found.push(...nodes.map(({ id }) => id));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(found).toEqual(whole);
    expect(new Set(found).size).toBe(found.length);
  });

  it.each(TIMELINE_KINDS)('asked for %s has nothing else', async (kind: TimelineKind) => {
    const { person } = await eventful();
    expect(kindsOf((await timelineOf(COMMAND_LINE, person.id, { kinds: [kind] })).nodes)).toEqual([kind]);
  });

  it('tells nothing of what was refused, and nothing of marks that only take one back', async () => {
    const { person } = await eventful();
    const before = (await timelineOf(COMMAND_LINE, person.id)).totalCount;
    const target = { kind: 'EMPLOYEE', id: person.id };
    await work.repositories.audit.insert(anAuditEntry({ action: 'FACE_REGISTERED', target, outcome: 'REFUSED' }));
    await work.repositories.attendanceEvents.insert(anEvent(person.id, { isVoid: true, source: 'CORRECTION' }));
    expect((await timelineOf(COMMAND_LINE, person.id)).totalCount).toBe(before);
  });

  it('shows to whoever may not see attendance what is about the person alone', async () => {
    const { person } = await eventful();
    const reader: Actor = { ...managerOf([], { siteIds: null }), scopes: new Set(['employees:read']) };
    const { nodes } = await timelineOf(reader, person.id);
    expect(kindsOf(nodes)).toEqual(['CONSENT', 'FACE', 'RECORD']);
  });

  it('shows employees their own, without what changed in the record, and not that of others', async () => {
    const { person } = await eventful();
    const self: Actor = { ...managerOf([], { siteIds: null, employeeId: person.id }), scopes: new Set() };
    const { nodes } = await timelineOf(self, person.id);
    expect(kindsOf(nodes)).toEqual(TIMELINE_KINDS.filter((kind) => kind !== 'RECORD').sort());
    const other = await work.person();
    await expect(timelineOf(self, other.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('hides from the manager of a site what was marked at another one, and whoever works elsewhere', async () => {
    const { person } = await eventful();
    const elsewhere = await work.repositories.sites.insert(work.siteOf('South', work.clock.now()));
    const [hidden] = await work.marks(person, '2026-03-03', ['09:00'], { siteId: elsewhere.id });
    const { nodes } = await timelineOf(managerOf([work.site.id]), person.id);
    expect(kindsOf(nodes)).toContain('MARK');
    expect(nodes.map(({ id }) => id)).not.toContain(hidden?.id);
    await expect(timelineOf(managerOf([elsewhere.id]), person.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('what marks came from', () => {
  it('counts the marks of each device and browser, the latest first, and none that corrections wrote', async () => {
    const person = await work.person();
    const device = await work.services.devices.create(COMMAND_LINE, {
      name: `Door ${randomUUID()}`,
      siteId: work.site.id,
    });
    await work.marks(person, '2026-03-02', ['08:00', '17:00'], { source: 'KIOSK', deviceId: device.id });
    await work.marks(person, '2026-03-03', ['08:00'], { source: 'DASHBOARD', deviceId: null });
    await work.marks(person, '2026-03-04', ['08:00'], { source: 'CORRECTION', deviceId: null });
    const found = await work.services.timeline.markingDevices(COMMAND_LINE, person.id);
    expect(found.map(({ source, deviceId, markCount }) => [source, deviceId, markCount])).toEqual([
      ['DASHBOARD', null, 1],
      ['KIOSK', device.id, 2],
    ]);
    expect(found[1]?.lastAt).toEqual(new Date('2026-03-02T16:00:00Z'));
    const elsewhere = managerOf([randomUUID()]);
    await expect(work.services.timeline.markingDevices(elsewhere, person.id)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
