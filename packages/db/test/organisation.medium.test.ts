import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openConnection } from '../src/connection/open-connection.js';
import { STANDARD_POLICY_ID } from '../src/index.js';
import { organisation } from '../src/migrations/0002-organisation.js';
import { verdictsAsText } from '../src/migrations/0003-verdicts-as-text.js';
import type { MigrationContext } from '../src/migrations/migration.js';
import { compileKeyModels, compileModels } from '../src/models/index.js';
import { aDayRecord, anEmployee, openTestDatabase, type TestDatabase } from '../src/testing/index.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const now = new Date('2026-03-03T00:00:00Z');
const made = () => ({ id: randomUUID(), createdAt: now, updatedAt: now });
const aSite = (given = {}) => ({ ...made(), name: `Site ${randomUUID()}`, timeZone: 'UTC', ...given });

const aDevice = (siteId: string, given = {}) => ({
  ...{ ...made(), name: 'Gate', siteId, status: 'ACTIVE' as const, activeFromAt: now },
  ...{ syncedThroughAt: null, lastSeenAt: null, clockOffsetMs: null, ...given },
});

describe('sites', () => {
  it('come back with their rules about the place, and have none unless given', async () => {
    const { sites } = database.repositories;
    const plain = await sites.insert(aSite());
    expect(plain).toMatchObject({ geofence: null, geofenceMode: 'OFF', allowedNetworks: [], networkMode: 'OFF' });
    const geofence = { kind: 'CIRCLE', centre: { latitude: 52.5, longitude: 13.4 }, radiusMetres: 150 } as const;
    const rules = { geofence, geofenceMode: 'REFUSE', allowedNetworks: ['10.0.0.0/8'], networkMode: 'FLAG' } as const;
    const changed = await sites.update(plain.id, rules, { version: 1, now });
    expect(changed).toMatchObject(rules);
    expect(await sites.getById(plain.id)).toEqual(changed);
  });
});

describe('devices', () => {
  it('keep the furthest contact whatever the order of arrival, without a new version', async () => {
    const { devices } = database.repositories;
    const { id } = await devices.insert(aDevice(randomUUID()));
    const [early, late] = [new Date('2026-03-03T08:00:00Z'), new Date('2026-03-03T09:00:00Z')];
    await devices.noteContact(id, { at: late, syncedThroughAt: late, clockOffsetMs: 40 });
    await devices.noteContact(id, { at: early, syncedThroughAt: early });
    const known = { lastSeenAt: late, syncedThroughAt: late, clockOffsetMs: 40, version: 1 };
    expect(await devices.getById(id)).toMatchObject(known);
    await devices.update(id, { status: 'RETIRED' }, { version: 1, now });
    await expect(devices.noteContact(id, { at: late })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('are listed by name, of a site, of what may be seen', async () => {
    const { devices } = database.repositories;
    const [here, there] = [randomUUID(), randomUUID()];
    for (const name of ['b', 'A', 'c']) await devices.insert(aDevice(here, { name }));
    await devices.insert(aDevice(there));
    const page = await devices.list({ siteId: here }, { first: 2 });
    expect(page.nodes.map(({ name }) => name)).toEqual(['A', 'b']);
    const next = await devices.list({ siteId: here }, { first: 2, after: page.pageInfo.endCursor });
    expect(next.nodes.map(({ name }) => name)).toEqual(['c']);
    expect((await devices.list({ siteId: there, siteIds: [here] }, { first: 2 })).totalCount).toBe(0);
    expect(await devices.isAtSite(there)).toBe(true);
    expect(await devices.isAtSite(randomUUID())).toBe(false);
  });
});

describe('employees', () => {
  it('are found by their badge whatever its case, and no two have the same', async () => {
    const { employees } = database.repositories;
    const badge = `Card-${randomUUID()}`;
    const stored = await employees.insert(anEmployee({ badge }));
    expect(await employees.findByBadge(` ${badge.toUpperCase()} `)).toEqual(stored);
    const second = employees.insert(anEmployee({ badge: badge.toLowerCase() }));
    await expect(second).rejects.toMatchObject({ code: 'CONFLICT', details: { fields: ['badgeKey'] } });
    await employees.update(stored.id, { badge: null }, { version: 1, now });
    expect(await employees.findByBadge(badge)).toBeNull();
  });

  it('keep where they were when they move', async () => {
    const { employees } = database.repositories;
    const [first, second] = [randomUUID(), randomUUID()];
    const { id } = await employees.insert(anEmployee({ siteId: first }));
    const moved = await employees.update(id, { siteId: second }, { version: 1, now });
    const history = [
      { siteId: first, from: null },
      { siteId: second, from: '2026-03-03' },
    ];
    expect(moved.siteHistory).toEqual(history);
    expect((await employees.update(id, { siteId: second }, { version: 2, now })).siteHistory).toEqual(history);
  });

  it('are found by department, shift and cost centre', async () => {
    const { employees } = database.repositories;
    const work = { departmentId: randomUUID(), defaultShiftId: randomUUID(), costCentre: randomUUID() };
    const { id } = await employees.insert(anEmployee(work));
    for (const [field, value] of Object.entries(work))
      expect(await employees.listIds({ [field]: value }), field).toEqual([id]);
  });
});

async function inDatabaseOfBefore(work: (own: TestDatabase, context: MigrationContext) => Promise<void>) {
  const own = await openTestDatabase();
  const connection = await openConnection(own.uri);
  const keyModels = compileKeyModels(connection);
  try {
    await work(own, { connection, models: compileModels(connection), keyModels, now: () => now, newId: randomUUID });
  } finally {
    await connection.close();
    await own.close();
  }
}

it('the migration of verdicts writes them over as text, final ones too, and may run again', () =>
  inDatabaseOfBefore(async ({ repositories: { dayRecords } }, context) => {
    const records = Array.from({ length: 1_003 }, (_, index) => aDayRecord(`p${index}`, { isFinal: index % 2 === 0 }));
    const verdict = { employeeId: 'p', workDate: '2026-03-02', workedMinutes: 480, trace: [{ rule: 'WORKED' }] };
    const { collection } = context.models.dayRecords.model;
    const documents = records.map(({ id, figures, ...rest }) => ({ _id: id, ...rest, detail: verdict }));
    await collection.insertMany(documents as never[]);
    await collection.createIndex({ employeeId: 1, workDate: -1, _id: -1 }, { name: 'day_of_employee' });
    await verdictsAsText.run(context);
    await verdictsAsText.run(context);
    const stored = await Promise.all(records.map(({ id }) => dayRecords.getById(id)));
    const [detail, figures] = [JSON.stringify(verdict), JSON.stringify({ ...verdict, trace: undefined })];
    const expected = records.map((record) => ({ ...record, detail, figures }));
    expect(stored.map((day) => ({ ...day, figures: sorted(day.figures) }))).toEqual(
      expected.map((day) => ({ ...day, figures: sorted(figures) })),
    );
    expect((await collection.indexes()).map(({ name }) => name)).not.toContain('day_of_employee');
  }));

const sorted = (json: string) => JSON.stringify(Object.entries(JSON.parse(json)).sort());

it('the migration completes sites and employees of before, and may run again', () =>
  inDatabaseOfBefore(async ({ repositories: stored }, context) => {
    const site = await stored.sites.insert(aSite());
    const [at, nowhere] = [anEmployee({ siteId: site.id }), anEmployee()];
    for (const employee of [at, nowhere]) await stored.employees.insert(employee);
    const $unset = { siteHistory: 1, customFields: 1, geofence: 1, geofenceMode: 1, allowedNetworks: 1 };
    for (const name of ['employees', 'sites']) await context.connection.collection(name).updateMany({}, { $unset });
    await organisation.run(context);
    await organisation.run(context);
    expect(await stored.employees.getById(at.id)).toMatchObject({ customFields: {}, siteHistory: [{ from: null }] });
    expect(await stored.employees.getById(nowhere.id)).toMatchObject({ customFields: {}, siteHistory: [] });
    expect(await stored.sites.getById(site.id)).toEqual(site);
    const [standard, ...more] = await stored.attendancePolicies.listAll();
    expect(standard).toMatchObject({ policyId: STANDARD_POLICY_ID, number: 1, levers: {}, effectiveFrom: null });
    expect(more).toEqual([]);
  }));
