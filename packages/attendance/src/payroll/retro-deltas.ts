import { compareText } from '../order/compare.js';
import { PAY_CLASSES, type PayrollRow, type RetroDelta } from '../types/payroll.js';

/**
 * What a later correction changes about minutes already handed to payroll: the difference of each row, none where
 * nothing changed. Adding the deltas to what was paid gives the recomputed minutes. A row whose pay code was changed
 * leaves with its old code and comes with its new one.
 *
 * @param paid the rows as they were exported when the period was finalised
 * @param recomputed the rows of the same employees and periods as they are now
 */
export function retroDeltas(paid: readonly PayrollRow[], recomputed: readonly PayrollRow[]): readonly RetroDelta[] {
  const before = sumByKey(paid);
  const after = sumByKey(recomputed);
  return [...new Map([...before, ...after])]
    .map(([key, { minutes: _, ...row }]) => {
      const beforeMinutes = before.get(key)?.minutes ?? 0;
      const afterMinutes = after.get(key)?.minutes ?? 0;
      return { ...row, beforeMinutes, afterMinutes, deltaMinutes: afterMinutes - beforeMinutes };
    })
    .filter(({ deltaMinutes }) => deltaMinutes !== 0)
    .sort(inOrder);
}

function sumByKey(rows: readonly PayrollRow[]): ReadonlyMap<string, PayrollRow> {
  const sums = new Map<string, PayrollRow>();
  for (const row of rows) {
    const { employeeId, from, to, payClass, percent, leaveTypeId, payCode } = row;
    const key = JSON.stringify([employeeId, from, to, payClass, percent, leaveTypeId, payCode]);
    sums.set(key, { ...row, minutes: row.minutes + (sums.get(key)?.minutes ?? 0) });
  }
  return sums;
}

function inOrder(a: RetroDelta, b: RetroDelta): number {
  return (
    compareText(a.employeeId, b.employeeId) ||
    compareText(a.from, b.from) ||
    compareText(a.to, b.to) ||
    PAY_CLASSES.indexOf(a.payClass) - PAY_CLASSES.indexOf(b.payClass) ||
    a.percent - b.percent ||
    compareText(a.leaveTypeId ?? '', b.leaveTypeId ?? '') ||
    compareText(a.payCode ?? '', b.payCode ?? '')
  );
}
