import { anEmployee, openTestDatabase } from '@rollcall/db/testing';
import { expect, it } from 'vitest';
import { checkLastDays } from '../src/cli/doctor-checks.js';

it('the doctor names people of whom nobody knows when they left, twenty at most', async () => {
  const database = await openTestDatabase();
  const { employees } = database.repositories;
  await employees.insert(anEmployee());
  expect(await checkLastDays(database)).toMatchObject({ isOk: true, advice: null });
  for (let i = 10; i < 31; i += 1) await employees.insert(anEmployee({ number: `L-${i}`, status: 'INACTIVE' }));
  const { isOk, message } = await checkLastDays(database);
  expect(isOk).toBe(false);
  expect(message).toContain('L-10, L-11');
  expect(message).toContain('L-29 and others');
  await database.close();
});
