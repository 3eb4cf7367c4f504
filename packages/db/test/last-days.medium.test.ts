import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { anAuditEntry, anEmployee, openTestDatabase } from '../src/testing/index.js';

it('people who were deactivated before that set a last day get the date of it, where the log tells', async () => {
  const first = await openTestDatabase();
  const { employees, sites, audit } = first.repositories;
  const at = new Date('2026-03-02T20:00:00Z');
  const apia = await sites.insert({
    id: randomUUID(),
    name: 'Apia',
    timeZone: 'Pacific/Apia',
    createdAt: at,
    updatedAt: at,
  });
  const leaver = (given: Partial<ReturnType<typeof anEmployee>> = {}) =>
    employees.insert(anEmployee({ status: 'INACTIVE', ...given }));
  const known = await leaver({ siteId: apia.id, number: 'A-1' });
  const unknown = await leaver({ number: 'B-2' });
  const dated = await leaver({ leavingDate: '2026-01-31' });
  const second = await leaver();
  await employees.update(second.id, { mergedIntoId: known.id }, { version: second.version, now: at });
  const later = await leaver({ joiningDate: '2026-05-01', number: 'C-3' });
  for (const { id } of [known, dated, second, later])
    await audit.insert(anAuditEntry({ at, action: 'EMPLOYEE_DEACTIVATED', target: { kind: 'EMPLOYEE', id } }));
  await audit.insert(anAuditEntry({ at, action: 'EMPLOYEE_UPDATED', target: { kind: 'EMPLOYEE', id: unknown.id } }));
  await first.nativeDb.collection('migrations').deleteOne({ _id: 5 as never });
  await first.close();

  const { repositories, close } = await openTestDatabase({ uri: first.uri, masterKeys: first.masterKeys });
  const dateOf = async ({ id }: { readonly id: string }) => (await repositories.employees.getById(id)).leavingDate;
  // In Apia it was the next morning.
  expect(await dateOf(known)).toBe('2026-03-03');
  expect([await dateOf(unknown), await dateOf(second), await dateOf(later)]).toEqual([null, null, null]);
  expect(await dateOf(dated)).toBe('2026-01-31');
  expect(await repositories.dayRebuilds.findNext()).toMatchObject({ from: '2026-03-03', employeeIds: [known.id] });
  const named = await repositories.employees.listWithoutLastDay(10);
  expect(named.map(({ number }) => number)).toEqual(['B-2', 'C-3']);
  expect(await repositories.employees.listWithoutLastDay(1)).toHaveLength(1);
  await close();
});
