import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  aDayRecord,
  anAttempt,
  anEmployee,
  anEvent,
  openTestDatabase,
  type TestDatabase,
} from '../src/testing/index.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const now = new Date('2026-03-03T00:00:00Z');

describe('employees', () => {
  it('come back as they were stored, by id, by number whatever its case, and by e-mail', async () => {
    const { employees } = database.repositories;
    const given = anEmployee({ number: 'Ab-7', email: 'Ada@Example.org', joiningDate: '2026-01-01' });
    const stored = await employees.insert(given);
    const work = { departmentId: null, defaultShiftId: null, homeTimeZone: null, costCentre: null, badge: null };
    const merge = { verificationLevel: null, mergedIntoId: null, statusBeforeMerge: null, mergedDaysFrom: null };
    const later = { serviceBreaks: null, removedFromDirectoryAt: null };
    const unset = { ...work, ...merge, ...later, siteHistory: [], customFields: {} };
    expect(stored).toEqual({ ...given, ...unset, templateModelIds: [], version: 1 });
    expect(await employees.findById(given.id)).toEqual(stored);
    expect(await employees.findByNumber(' aB-7 ')).toEqual(stored);
    expect(await employees.listByEmail('ada@example.ORG')).toEqual([stored]);
  });

  it('that do not exist are null to find and NOT_FOUND to get', async () => {
    const { employees } = database.repositories;
    expect(await employees.findById(randomUUID())).toBeNull();
    await expect(employees.getById(randomUUID())).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('of one number are refused but for one, even when inserted at once in another case', async () => {
    const { employees } = database.repositories;
    const spellings = ['dup-1', 'DUP-1', 'Dup-1', 'dUp-1', ' dup-1'];
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, (_, i) =>
        employees.insert(anEmployee({ number: spellings[i % spellings.length] ?? '' })),
      ),
    );
    const refused = results.filter((result) => result.status === 'rejected');
    expect(results.length - refused.length).toBe(1);
    for (const { reason } of refused)
      expect(reason).toMatchObject({ code: 'CONFLICT', details: { fields: ['numberKey'] } });
  });

  it('of one external id are refused, while many may have none', async () => {
    const { employees } = database.repositories;
    await employees.insert(anEmployee({ externalId: 'sap-1' }));
    await expect(employees.insert(anEmployee({ externalId: 'sap-1' }))).rejects.toMatchObject({ code: 'CONFLICT' });
    await employees.insert(anEmployee());
    await employees.insert(anEmployee());
  });

  it('change only from the version that was read', async () => {
    const { employees } = database.repositories;
    const { id } = await employees.insert(anEmployee());
    const changes = ['A', 'B', 'C', 'D'].map((name) => employees.update(id, { name }, { version: 1, now }));
    const results = await Promise.allSettled(changes);
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    expect(results.find((result) => result.status === 'rejected')).toMatchObject({ reason: { code: 'CONFLICT' } });
    expect((await employees.getById(id)).version).toBe(2);
    await expect(employees.update(randomUUID(), { name: 'X' }, { version: 1, now })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('are found under their new number and name after a change, not under the old ones', async () => {
    const { employees } = database.repositories;
    const { id } = await employees.insert(anEmployee({ number: 'old-1', name: 'Old' }));
    await employees.update(id, { number: 'new-1', name: 'Zoë Nèw', email: null }, { version: 1, now });
    expect(await employees.findByNumber('old-1')).toBeNull();
    expect((await employees.findByNumber('NEW-1'))?.id).toBe(id);
    const page = await employees.list({ search: 'zoe new' }, 'NAME_ASC', { first: 5 });
    expect(page.nodes.map((one) => one.id)).toEqual([id]);
  });

  it('refuse what cannot be stored with BAD_USER_INPUT that names the field', async () => {
    const { employees } = database.repositories;
    const bad = anEmployee({ joiningDate: 'tomorrow' });
    await expect(employees.insert(bad)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      details: { fields: ['joiningDate'] },
    });
    const { id } = await employees.insert(anEmployee());
    const change = employees.update(id, { status: 'GONE' as never }, { version: 1, now });
    await expect(change).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});

describe('a list', () => {
  const siteId = randomUUID();
  beforeAll(async () => {
    const { employees } = database.repositories;
    for (const number of ['E10', 'E2', 'E1', 'E33', 'E4']) {
      await employees.insert(anEmployee({ number, siteId, name: number === 'E4' ? 'José Ångström' : 'Same Name' }));
    }
  });

  const walk = async (
    sort: 'NUMBER_ASC' | 'NUMBER_DESC' | 'NAME_ASC' | 'NAME_DESC' | 'CREATED_AT_DESC',
    first: number,
  ) => {
    const seen: string[] = [];
    let after: string | null = null;
    for (;;) {
      const page = await database.repositories.employees.list({ siteId }, sort, { first, after });
      expect(page.totalCount).toBe(5);
      expect(page.pageInfo.hasPreviousPage).toBe(after !== null);
      seen.push(...page.nodes.map((one) => one.number));
      if (!page.pageInfo.hasNextPage) return seen;
      after = page.pageInfo.endCursor;
    }
  };

  it('sorts numbers as people count', async () => {
    expect(await walk('NUMBER_ASC', 10)).toEqual(['E1', 'E2', 'E4', 'E10', 'E33']);
    expect(await walk('NUMBER_DESC', 10)).toEqual(['E33', 'E10', 'E4', 'E2', 'E1']);
  });

  it('shows each row exactly once over pages of any size, also among equal sort keys', async () => {
    for (const sort of ['NUMBER_ASC', 'NUMBER_DESC', 'NAME_ASC', 'NAME_DESC', 'CREATED_AT_DESC'] as const) {
      for (const first of [1, 2, 3, 5]) {
        expect((await walk(sort, first)).toSorted()).toEqual(['E1', 'E10', 'E2', 'E33', 'E4']);
      }
    }
  });

  it('neither skips nor repeats a row when one is added in between', async () => {
    const { employees } = database.repositories;
    const site = randomUUID();
    for (const number of ['P1', 'P3', 'P5']) await employees.insert(anEmployee({ number, siteId: site }));
    const one = await employees.list({ siteId: site }, 'NUMBER_ASC', { first: 2 });
    await employees.insert(anEmployee({ number: 'P2', siteId: site }));
    const two = await employees.list({ siteId: site }, 'NUMBER_ASC', { first: 2, after: one.pageInfo.endCursor });
    expect([...one.nodes, ...two.nodes].map((e) => e.number)).toEqual(['P1', 'P3', 'P5']);
  });

  it('finds words in number, name and e-mail, literally, without case and accents', async () => {
    const { employees } = database.repositories;
    const search = async (text: string) =>
      (await employees.list({ siteId, search: text }, 'NUMBER_ASC', { first: 10 })).totalCount;
    expect(await search('angstrom JOSE')).toBe(1);
    expect(await search('e33')).toBe(1);
    expect(await search('same')).toBe(4);
    expect(await search('.*')).toBe(0);
    expect(await search('^')).toBe(0);
    expect(await search('   ')).toBe(5);
  });

  it('shows nothing of other sites or persons than the caller may see', async () => {
    const { employees } = database.repositories;
    const count = async (filter: object) => (await employees.list(filter, 'NUMBER_ASC', { first: 100 })).totalCount;
    expect(await count({ among: { siteIds: [siteId], departmentIds: [] } })).toBe(5);
    expect(await count({ among: { siteIds: [], departmentIds: [] } })).toBe(0);
    expect(await count({ among: { siteIds: [randomUUID()], departmentIds: [] }, siteId })).toBe(0);
    expect(await count({ ids: [] })).toBe(0);
  });

  it('refuses a page size out of range and a cursor of another order or maker', async () => {
    const { employees } = database.repositories;
    const list = (page: { first: number; after?: string | null }) => employees.list({}, 'NUMBER_ASC', page);
    const { endCursor } = (await employees.list({}, 'NAME_ASC', { first: 1 })).pageInfo;
    const injected = Buffer.from(JSON.stringify(['NUMBER_ASC', { $gt: '' }, 'x'])).toString('base64url');
    const bad = [
      { first: 0 },
      { first: 101 },
      { first: 1.5 },
      ...['', '%%', 'e30', endCursor, injected].map((after) => ({ first: 1, after })),
    ];
    for (const page of bad)
      await expect(list(page), JSON.stringify(page)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});

describe('operators', () => {
  it('cannot be smuggled in through a value', async () => {
    const { employees, consents, captureAttempts, apiKeys, idempotency, attendanceEvents } = database.repositories;
    const { id } = await employees.insert(anEmployee());
    for (const evil of [{ $ne: null }, { $gt: '' }, { $regex: '.*' }, { $in: [id] }, { $where: 'true' }]) {
      const value = evil as unknown as string;
      const tries = [
        () => employees.findById(value),
        () => employees.listByIds([value]),
        () => employees.list({ siteId: value }, 'NUMBER_ASC', { first: 1 }),
        () => employees.update(value, { name: 'x' }, { version: 1, now }),
        () => employees.update(id, { name: value }, { version: 1, now }),
        () => consents.findInForce(value, 'FACE_RECOGNITION'),
        () => consents.withdraw(value, 'FACE_RECOGNITION', { actor: { kind: 'SYSTEM', id: 'x' }, at: now }),
        () => captureAttempts.list({ employeeId: value }, { first: 1 }),
        () => attendanceEvents.findLatest(value, now),
        () => apiKeys.authenticate(value, 'secret', now),
        () =>
          idempotency.claim({ actorId: 'a', key: value, inputHash: 'x' }, { recordId: randomUUID(), token: 't', now }),
        () => database.repositories.throttles.check(value, 'd', now),
        () => database.repositories.faceTemplates.deleteByEmployee(value),
      ];
      for (const attempt of tries)
        await expect(attempt(), String(attempt)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    }
  });
});

describe('attendance events', () => {
  it('are there once for person, instant, kind and source, however many are inserted at once', async () => {
    const { attendanceEvents } = database.repositories;
    const employeeId = randomUUID();
    const results = await Promise.allSettled(
      Array.from({ length: 10 }, () => attendanceEvents.insert(anEvent(employeeId))),
    );
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    await attendanceEvents.insert(anEvent(employeeId, { kind: 'CHECK_OUT' }));
  });

  it('are one per attempt, and replaced at most once', async () => {
    const { attendanceEvents } = database.repositories;
    const attemptId = randomUUID();
    await attendanceEvents.insert(anEvent('p1', { attemptId }));
    await expect(attendanceEvents.insert(anEvent('p2', { attemptId }))).rejects.toMatchObject({ code: 'CONFLICT' });
    const replacesEventId = randomUUID();
    await attendanceEvents.insert(anEvent('p3', { replacesEventId }));
    await expect(attendanceEvents.insert(anEvent('p4', { replacesEventId }))).rejects.toMatchObject({
      code: 'CONFLICT',
    });
  });

  it('of a range are those from its start and before its end, oldest first', async () => {
    const { attendanceEvents } = database.repositories;
    const employeeId = randomUUID();
    const at = (hour: number) => new Date(Date.UTC(2026, 2, 2, hour));
    for (const hour of [12, 8, 17, 10]) await attendanceEvents.insert(anEvent(employeeId, { at: at(hour) }));
    const found = await attendanceEvents.listByEmployee(employeeId, { from: at(8), to: at(17) });
    expect(found.map((event) => event.at.getUTCHours())).toEqual([8, 10, 12]);
    expect((await attendanceEvents.findLatest(employeeId, at(11)))?.at).toEqual(at(10));
    const page = await attendanceEvents.list({ employeeId, from: at(9) }, { first: 2 });
    expect(page.nodes.map((event) => event.at.getUTCHours())).toEqual([17, 12]);
    expect(page.totalCount).toBe(3);
  });

  it('and attempts cannot be changed or deleted through their models', async () => {
    const { attendanceEvents, captureAttempts } = database.repositories;
    await attendanceEvents.insert(anEvent('p5'));
    await captureAttempts.insert(anAttempt());
    for (const repository of [attendanceEvents, captureAttempts]) {
      // The only way to a change is around the repository's own methods, as a slip inside it would go.
      const { collection } = repository as unknown as {
        collection: import('../src/repositories/collection.js').Collection<{ _id: string }>;
      };
      await expect(collection.updateOne({}, { $set: { _id: 'x' } })).rejects.toThrow(/append-only/);
      await expect(collection.findOneAndUpdate({}, { $set: {} })).rejects.toThrow(/append-only/);
      await expect(collection.deleteMany({ _id: 'x' })).rejects.toThrow(/append-only/);
      await expect(collection.deleteOne({ _id: 'x' })).rejects.toThrow(/append-only/);
      await expect(collection.replace({ _id: 'x' })).rejects.toThrow(/append-only/);
    }
  });
});

describe('capture attempts', () => {
  it('keep what was measured', async () => {
    const { captureAttempts } = database.repositories;
    const quality = {
      isAcceptable: false,
      score: 0.2,
      reasons: ['BLURRED'],
      measures: [{ name: 'sharpness', value: 3, min: 10, isAcceptable: false }],
    };
    const pad = { outcome: 'BONA_FIDE', score: 0.9, threshold: 0.5, modelId: 'pad' };
    const operatingPoint = {
      id: 'op',
      kind: 'VERIFY',
      modelId: 'm',
      threshold: 0.4,
      targetFmr: 1e-4,
      isProvisional: true,
      version: '1',
    };
    const given = anAttempt({ similarity: -0.03, quality, pad, operatingPoint, modelId: 'm', employeeNumber: 'E1' });
    await captureAttempts.insert(given);
    expect(await captureAttempts.getById(given.id)).toEqual(given);
  });
});

describe('day records', () => {
  const march = { from: '2026-03-01', to: '2026-03-31' };
  const idsOf = async (employeeId: string) => {
    const page = await database.repositories.dayRecords.list({ employeeId }, { first: 10 });
    return page.nodes.map(({ id }) => id).sort();
  };

  it('of a range are replaced together: what is not among them any more goes', async () => {
    const { dayRecords } = database.repositories;
    const employeeId = randomUUID();
    const [a, b] = [aDayRecord(employeeId, { shiftId: 'a' }), aDayRecord(employeeId, { shiftId: 'b' })];
    expect(await dayRecords.replaceDays(march, [{ employeeId, records: [a, b] }])).toMatchObject({
      written: 2,
      removed: 0,
    });
    const next = { ...a, status: 'ABSENT', digest: 'another' } as const;
    expect(await dayRecords.replaceDays(march, [{ employeeId, records: [next] }])).toMatchObject({
      written: 1,
      removed: 1,
    });
    expect(await dayRecords.listByDay(employeeId, a.workDate)).toEqual([next]);
  });

  it('that say the same as before are not written again', async () => {
    const { dayRecords } = database.repositories;
    const employeeId = randomUUID();
    const day = aDayRecord(employeeId);
    await dayRecords.replaceDays(march, [{ employeeId, records: [day] }]);
    const later = { ...day, computedAt: new Date('2026-04-01T00:00:00Z') };
    expect(await dayRecords.replaceDays(march, [{ employeeId, records: [later] }])).toMatchObject({
      written: 0,
      unchanged: 1,
    });
    expect(await dayRecords.getById(day.id)).toEqual(day);
  });

  it('that are final stay as they are, whatever is computed', async () => {
    const { dayRecords } = database.repositories;
    const employeeId = randomUUID();
    const day = aDayRecord(employeeId);
    await dayRecords.replaceDays(march, [{ employeeId, records: [day] }]);
    await dayRecords.setFinal({ ...march, siteId: null, departmentId: null }, true);
    const other = { ...day, status: 'ABSENT', digest: 'another' } as const;
    const result = await dayRecords.replaceDays(march, [{ employeeId, records: [other] }]);
    expect(result).toEqual({ written: 0, removed: 0, unchanged: 0, withdrawnAbsences: [] });
    await dayRecords.replaceDays(march, [{ employeeId, records: [] }]);
    expect(await dayRecords.listByDay(employeeId, day.workDate)).toEqual([{ ...day, isFinal: true }]);
    await dayRecords.setFinal({ ...march, siteId: null, departmentId: null }, false);
    await dayRecords.replaceDays(march, [{ employeeId, records: [] }]);
    expect(await idsOf(employeeId)).toEqual([]);
  });

  it('of a locked date are not written, also where there is none yet', async () => {
    const { dayRecords } = database.repositories;
    const employeeId = randomUUID();
    const records = [
      aDayRecord(employeeId, { workDate: '2026-03-02' }),
      aDayRecord(employeeId, { workDate: '2026-03-03' }),
    ];
    const isLocked = (workDate: string) => workDate === '2026-03-02';
    await dayRecords.replaceDays(march, [{ employeeId, records, isLocked }]);
    expect(await idsOf(employeeId)).toEqual([records[1]?.id]);
  });

  it('are unique by person, date and shift', async () => {
    const { dayRecords } = database.repositories;
    const employeeId = randomUUID();
    const twice = [aDayRecord(employeeId), aDayRecord(employeeId)];
    await expect(dayRecords.replaceDays(march, [{ employeeId, records: twice }])).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    const foreign = dayRecords.replaceDays(march, [{ employeeId, records: [aDayRecord('other')] }]);
    await expect(foreign).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('computed by ten at once for the first time are there once, with one of the verdicts', async () => {
    const { dayRecords } = database.repositories;
    const employeeId = randomUUID();
    const day = aDayRecord(employeeId);
    const verdicts = Array.from({ length: 10 }, (_, index) => ({ ...day, workedMinutes: index, digest: `${index}` }));
    const written = await Promise.all(
      verdicts.map((record) =>
        database.withTransaction((session) =>
          dayRecords.replaceDays(march, [{ employeeId, records: [record] }], { session }),
        ),
      ),
    );
    expect(written.map((count) => count.written)).toEqual(verdicts.map(() => 1));
    const stored = await dayRecords.listByDay(employeeId, day.workDate);
    expect(stored).toHaveLength(1);
    expect(verdicts).toContainEqual(stored[0]);
  });

  it('are listed with both end dates included', async () => {
    const { dayRecords } = database.repositories;
    const employeeId = randomUUID();
    for (const workDate of ['2026-03-01', '2026-03-02', '2026-03-03']) {
      const records = [aDayRecord(employeeId, { workDate })];
      await dayRecords.replaceDays({ from: workDate, to: workDate }, [{ employeeId, records }]);
    }
    const page = await dayRecords.list({ employeeId, from: '2026-03-01', to: '2026-03-02' }, { first: 10 });
    expect(page.nodes.map((record) => record.workDate)).toEqual(['2026-03-02', '2026-03-01']);
  });
});

describe('settings and sites', () => {
  it('exist from the start and change only from the version that was read', async () => {
    const { settings } = database.repositories;
    const before = await settings.get();
    expect(before).toMatchObject({ attemptPhotoRetentionDays: 0, templateRetentionDaysAfterLeaving: 30 });
    const after = await settings.update({ organisationName: 'Acme' }, { version: before.version, now });
    expect(after).toMatchObject({ organisationName: 'Acme', version: before.version + 1, updatedAt: now });
    await expect(settings.update({}, { version: before.version, now })).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('keep site names unique whatever case and accents', async () => {
    const { sites } = database.repositories;
    const site = { name: 'Zürich', timeZone: 'Europe/Zurich', createdAt: now, updatedAt: now };
    const stored = await sites.insert({ id: randomUUID(), ...site });
    await expect(sites.insert({ id: randomUUID(), ...site, name: 'ZURICH' })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    expect(await sites.listAll()).toEqual([stored]);
    expect(await sites.update(stored.id, { name: 'Bern' }, { version: 1, now })).toMatchObject({
      name: 'Bern',
      version: 2,
    });
  });
});
