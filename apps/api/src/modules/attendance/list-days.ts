import type { DayRecord, Page, PersonOrder, Repositories } from '@rollcall/db';
import type { Actor } from '../../access/actor.js';
import { readLimit } from '../../access/read-limit.js';
import { visibleRecords } from '../../access/visible-records.js';
import type { DaySort } from '../../graphql/day-enums.js';
import { checkRange } from '../../local-dates/date-range.js';
import type { AttendanceDaysArgs } from './attendance.inputs.js';
import { daysByPerson } from './days-by-person.js';

const MAX_DAYS = 92;

type Db = Pick<Repositories, 'employees' | 'dayRecords'>;

/**
 * A page of the days that this actor may see.
 *
 * @throws DomainError BAD_USER_INPUT naming the field: a foreign cursor, by person without a range of at most 92 days
 */
export async function listDays(db: Db, actor: Actor, args: AttendanceDaysArgs): Promise<Page<DayRecord>> {
  const { search, ...plain } = args.filter ?? {};
  const { among, employeeIds } = await visibleRecords(db, readLimit(actor, 'attendance:read'));
  const sort = args.sort ?? 'WORK_DATE_DESC';
  const order = personOrderOf(sort);
  const named = plain.employeeId == null || order === null ? employeeIds : both(employeeIds, [plain.employeeId]);
  const ids = await amongFound(db, named, search);
  const filter = { ...plain, among, employeeIds: ids };
  const { first, after } = args;
  if (order === null) return db.dayRecords.list(filter, { first, after }, { sort: sort as OwnSort });
  const range = { from: plain.from ?? '', to: plain.to ?? '' };
  checkRange(range, MAX_DAYS);
  return daysByPerson(db, { filter: { ...filter, ...range }, order, first, after });
}

type OwnSort = Exclude<DaySort, 'EMPLOYEE_NAME_ASC' | 'EMPLOYEE_NUMBER_ASC'>;

const personOrderOf = (sort: DaySort): PersonOrder | null =>
  sort === 'EMPLOYEE_NAME_ASC' ? 'NAME_ASC' : sort === 'EMPLOYEE_NUMBER_ASC' ? 'NUMBER_ASC' : null;

/** Of these people, undefined: all, those with all of the words in number, name or e-mail. */
export async function amongFound(
  db: Pick<Repositories, 'employees'>,
  people: readonly string[] | undefined,
  search: string | null | undefined,
): Promise<readonly string[] | undefined> {
  const words = search?.trim() ?? '';
  return words === '' ? people : both(people, await db.employees.listIds({ search: words }));
}

/** Those that are in both; undefined: all. */
function both(a: readonly string[] | undefined, b: readonly string[]): readonly string[] {
  const known = a && new Set(a);
  return known === undefined ? b : b.filter((id) => known.has(id));
}
