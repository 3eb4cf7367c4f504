import { expect, type Page } from '@playwright/test';
import { query } from '../server/graphql.js';

const PEOPLE = ['Amira Haddad', 'Björn Eriksen', 'Chandra Rao', 'Dorothea Brandt', 'Emeka Obi', 'Fatima Saleh'];

const make = async <T>(page: Page, field: string, type: string, input: object, fields = 'id'): Promise<T> => {
  const text = `mutation ($input: ${type}!) { made: ${field}(input: $input) { ${fields} } }`;
  return (await query<{ made: T }>(page, text, { input })).made;
};

/** The id of `makeCompany` if it made the organisation before: after a test that failed the next begins in a new process. */
export async function findCompany(page: Page): Promise<string | null> {
  const found = await query<{ employee: { id: string } | null }>(page, '{ employee(number: "E-100") { id } }', {});
  return found.employee?.id ?? null;
}

/**
 * An organisation that is the same in every run and says nothing of today: past dates only, nobody with a face.
 *
 * @returns the id of the person whose page is looked at
 */
export async function makeCompany(page: Page): Promise<string> {
  const input = { name: 'Works', timeZone: 'Europe/Berlin' };
  const { id: siteId } = await make<{ id: string }>(page, 'createSite', 'CreateSiteInput', input);
  for (const [name, start, end] of [
    ['Early', '06:00', '14:00'],
    ['Late', '14:00', '22:00'],
  ])
    await make(page, 'createShift', 'CreateShiftInput', { name, start, end });
  const employees = PEOPLE.map((name, at) => ({
    ...{ name, number: `E-${100 + at}`, siteId, joiningDate: `2026-0${at + 1}-01` },
    email: `${name.split(' ')[0]?.toLowerCase()}@works.example`,
  }));
  const payload = await make<{ results: { code: string | null; employeeId: string }[] }>(
    page,
    'upsertEmployees',
    'UpsertEmployeesInput',
    { employees, idempotencyKey: 'company' },
    'results { code employeeId }',
  );
  expect(payload.results.filter(({ code }) => code !== null)).toEqual([]);
  const holidays = { leaveTypeId: '', from: '2026-08-03', to: '2026-08-07', reason: 'Summer at the sea' };
  const type = await make<{ id: string }>(page, 'createLeaveType', 'CreateLeaveTypeInput', {
    name: 'Holiday',
    isPaid: true,
  });
  for (const { employeeId } of payload.results.slice(0, 2))
    await make(page, 'requestLeave', 'RequestLeaveInput', { ...holidays, employeeId, leaveTypeId: type.id });
  return payload.results[0]?.employeeId ?? '';
}
