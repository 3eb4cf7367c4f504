import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  buildDayRecords,
  buildPayroll,
  buildPeriod,
  buildRegister,
  REGISTER_MINUTES,
  WORKED_PAY_CLASSES,
} from '../index.js';
import { arbitraryInput } from '../testing/arbitrary-input.js';
import { PEOPLE } from '../testing/people.js';

describe('the sums of any records', () => {
  it('the totals of a register are the sums of its rows', () => {
    fc.assert(
      fc.property(arbitraryInput, (input) => {
        const { records } = buildDayRecords(input);
        const { rows, totals, daysByStatus } = buildRegister({ people: PEOPLE, records });
        for (const field of REGISTER_MINUTES) {
          expect(totals[field]).toBe(records.reduce((sum, record) => sum + record[field], 0));
        }
        expect(Object.values(daysByStatus).reduce((sum, count) => sum + count, 0)).toBe(rows.length);
      }),
      { numRuns: 200, seed: 1 },
    );
  }, 60_000);

  it('the worked pay classes add up to the worked minutes', () => {
    fc.assert(
      fc.property(arbitraryInput, (input) => {
        const { records } = buildDayRecords(input);
        const { employeeId } = input.employee;
        const period = buildPeriod({ employeeId, from: input.from, to: input.to, records, policies: input.policies });
        const { totalsByClass, rows } = buildPayroll({ period, records, payCodes: [] });
        const worked = records.reduce((sum, record) => sum + record.workedMinutes, 0);
        expect(WORKED_PAY_CLASSES.reduce((sum, payClass) => sum + totalsByClass[payClass], 0)).toBe(worked);
        expect(rows.every(({ minutes }) => minutes > 0)).toBe(true);
      }),
      { numRuns: 1_000, seed: 1 },
    );
  }, 60_000);
});
