import { expect, it } from 'vitest';
import { NO_PAY_CODE, repeatedPayCodes, toPayCodeFields, toPayCodeInput } from './pay-code-fields';

it('a pay code keeps only what its class has a use for', () => {
  const typed = { percent: 150, leaveTypeId: 'sick', code: ' 1200 ' };
  const shared = { code: '1200', percent: null, leaveTypeId: null };
  expect(toPayCodeInput({ payClass: 'REGULAR', ...typed })).toEqual({ payClass: 'REGULAR', ...shared });
  expect(toPayCodeInput({ payClass: 'OVERTIME', ...typed })).toEqual({ payClass: 'OVERTIME', ...shared, percent: 150 });
  const leave = { payClass: 'PAID_LEAVE', ...shared, leaveTypeId: 'sick' } as const;
  expect(toPayCodeInput({ payClass: 'PAID_LEAVE', ...typed })).toEqual(leave);
  expect(toPayCodeInput(toPayCodeFields(leave))).toEqual(leave);
});

it('a second code for the same minutes is found, whatever else was typed', () => {
  const overtime = { ...NO_PAY_CODE, payClass: 'OVERTIME', code: 'A' } as const;
  const codes = [
    overtime,
    { ...overtime, percent: 150 },
    NO_PAY_CODE,
    { ...NO_PAY_CODE, percent: 50, code: 'B' },
  ] as const;
  expect(repeatedPayCodes(codes)).toEqual([3]);
  expect(repeatedPayCodes(codes.slice(0, 3))).toEqual([]);
});
