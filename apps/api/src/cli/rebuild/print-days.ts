import type { DayRecord, Employee } from '@rollcall/db';
import type { Terminal } from '../output.js';

/** Where people and their stored days are read from. */
export interface StoredDays {
  readonly people: AsyncIterable<Pick<Employee, 'id' | 'number'>>;
  readonly daysOf: (employeeId: string) => AsyncIterable<DayRecord>;
}

/**
 * Prints one JSON object: the fields of `head`, `days` with one line for each stored day, the fields of `foot`. The order is that of
 * `people`, then date and shift. Nothing is held but the day that is printed, and nothing in it depends on when it was computed,
 * so that equal days give equal bytes.
 *
 * @returns how many days were printed
 */
export async function printDays(terminal: Terminal, { head, foot }: Frame, { people, daysOf }: StoredDays) {
  terminal.out(`${JSON.stringify(head).slice(0, -1)},"days":[`);
  let count = 0;
  let waiting: string | null = null;
  for await (const { id, number } of people) {
    for await (const day of daysOf(id)) {
      if (waiting !== null) terminal.out(`${waiting},`);
      waiting = lineOf(number, day);
      count += 1;
      await terminal.drained?.();
    }
  }
  if (waiting !== null) terminal.out(waiting);
  terminal.out(`],${JSON.stringify(foot).slice(1)}`);
  return count;
}

/** Both have at least one field. */
interface Frame {
  readonly head: object;
  readonly foot: object;
}

/** The verdict is stored as the text that the rule engine's answer was written as, and stays that text. */
function lineOf(employeeNumber: string, { departmentId, isFinal, digest, detail }: DayRecord): string {
  const beside = JSON.stringify({ employeeNumber, departmentId, isFinalised: isFinal, digest });
  return `${beside.slice(0, -1)},"verdict":${detail}}`;
}
