import { randomUUID } from 'node:crypto';
import { momentOfLocalTime } from '@rollcall/attendance';
import type { AttendanceEvent, Employee } from '@rollcall/db';
import { anEvent, openTestDatabase } from '@rollcall/db/testing';
import type { Actor } from '../../src/access/actor.js';
import { COMMAND_LINE } from '../../src/cli/system-actor.js';
import { createServices } from '../../src/services/create-services.js';
import { TestClock } from './test-clock.js';

export const ZONE = 'Europe/Berlin';

export type WorkDays = Awaited<ReturnType<typeof openWorkDays>>;

/** The services of attendance on a database of their own, without faces: marks come as a terminal would have sent them. */
export async function openWorkDays() {
  const clock = new TestClock();
  const database = await openTestDatabase({ now: clock.now });
  // Nothing here looks at a face, so there is no engine to look with.
  const engine = { modelId: 'none' } as Parameters<typeof createServices>[0]['engine'];
  const services = createServices({ database, engine, now: clock.now, newId: randomUUID });
  const { repositories } = database;
  const at = clock.now();
  const site = await repositories.sites.insert(siteOf('North', at));

  /** Somebody with a joining date long ago; the shift is the default one, if given. */
  async function person(more: Partial<Employee> = {}): Promise<Employee> {
    const number = `E-${randomUUID().slice(0, 8)}`;
    const input = { number, name: `Person ${number}`, siteId: site.id, joiningDate: '2020-01-01' };
    const created = await services.employees.create(COMMAND_LINE, input);
    const { version } = created;
    if (Object.keys(more).length === 0) return created;
    return repositories.employees.update(created.id, more, { version, now: clock.now() });
  }

  async function shift(levers: object = {}, more: object = {}): Promise<string> {
    const { policyId } = await services.policies.create(COMMAND_LINE, { name: 'Rules', levers });
    const hours = { name: `Shift ${randomUUID()}`, start: '09:00', end: '17:00', policyId };
    return (await services.shifts.create(COMMAND_LINE, { ...hours, ...more })).id;
  }

  /** Marks on the clock of Berlin; nothing is built from them yet. */
  async function marks(
    { id }: Pick<Employee, 'id'>,
    date: string,
    times: readonly string[],
    more: Partial<AttendanceEvent> = {},
  ): Promise<readonly AttendanceEvent[]> {
    const events = times.map((time) => {
      const moment = new Date(momentOfLocalTime({ date, time, timeZone: ZONE }));
      const place = { siteId: site.id, timeZone: ZONE, localDate: date };
      return anEvent(id, { at: moment, recordedAt: moment, ...place, ...more });
    });
    await repositories.attendanceEvents.insertMany(events);
    return events;
  }

  const rebuild = async (people: readonly Employee[], from: string, to: string) =>
    services.attendanceDays.rebuild(
      await repositories.employees.listByIds(people.map(({ id }) => id)),
      { from, to },
      clock.now(),
    );

  const dayOf = async ({ id }: Pick<Employee, 'id'>, date: string) =>
    (await repositories.dayRecords.listByDay(id, date))[0] ?? null;

  const context = {
    db: { ...repositories, withTransaction: database.withTransaction },
    now: clock.now,
    newId: randomUUID,
  };
  return { clock, database, context, repositories, services, site, siteOf, person, shift, marks, rebuild, dayOf };
}

function siteOf(name: string, at: Date) {
  return { id: randomUUID(), name: `${name} ${randomUUID()}`, timeZone: ZONE, createdAt: at, updatedAt: at };
}

/** A manager of these sites; `more` may name departments. */
export function managerOf(siteIds: readonly string[], more: Partial<Actor> = {}): Actor {
  const scopes = new Set(['employees:read', 'attendance:read', 'attendance:manage', 'reports:read'] as const);
  const who = { kind: 'USER', id: randomUUID(), name: 'Manager', email: null, roles: ['MANAGER'] } as const;
  return {
    ...who,
    scopes,
    padPolicy: 'REFUSE',
    siteIds,
    departmentIds: [],
    employeeId: null,
    requestId: null,
    ...more,
  };
}
