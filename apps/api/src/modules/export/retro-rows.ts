import { type PayCode, payCodeOf } from '@rollcall/attendance';
import { column, type ReportRow } from '../../report-files/report-table.js';
import type { PersonDeltas } from '../period/payroll.service.js';

export const RETRO_COLUMNS = [
  ...[column('number'), column('name'), column('from', 'DATE'), column('to', 'DATE')],
  ...[column('payClass'), column('percent'), column('payCode')],
  ...['beforeMinutes', 'afterMinutes', 'deltaMinutes'].map((key) => column(key, 'MINUTES')),
];

/** A row for each class of a person whose minutes changed, with the code that the class has now. */
export async function* retroRows(
  people: AsyncIterable<PersonDeltas>,
  payCodes: readonly PayCode[],
): AsyncGenerator<ReportRow> {
  for await (const { employee, deltas } of people)
    for (const delta of deltas) {
      const { from, to, payClass, percent, beforeMinutes, afterMinutes, deltaMinutes } = delta;
      yield {
        ...{ number: employee.number, name: employee.name, from, to, payClass, percent },
        ...{ payCode: payCodeOf(delta, payCodes), beforeMinutes, afterMinutes, deltaMinutes },
      };
    }
}
