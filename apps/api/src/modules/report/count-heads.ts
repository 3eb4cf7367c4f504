import type { DayRecord } from '@rollcall/attendance';
import { assertNever, type DayStatus } from '@rollcall/contracts';

export const HEADCOUNTS = ['people', 'present', 'absent', 'onLeave', 'off', 'missingMark', 'inProgress'] as const;
export type Headcount = (typeof HEADCOUNTS)[number];

/** How many people of one site were what on one date. `people` is the sum of the others. */
export type HeadcountRow = { readonly workDate: string; readonly siteId: string } & Readonly<Record<Headcount, number>>;

type Counted = Pick<DayRecord, 'employeeId' | 'workDate' | 'siteId' | 'status'>;

/** Of two shifts on one date the one that says most about whether the person was there counts. */
export const STRONGEST_FIRST: readonly DayStatus[] = [
  'PRESENT',
  'HALF_DAY',
  'IN_PROGRESS',
  'MISSING_MARK',
  'ABSENT',
  'ON_LEAVE',
  'HOLIDAY',
  'WEEKLY_OFF',
];

/** By date, then site. The order of the records does not matter. */
export function countHeads(records: Iterable<Counted>): readonly HeadcountRow[] {
  const statusOf = new Map<string, Counted>();
  for (const record of records) {
    const key = JSON.stringify([record.workDate, record.siteId, record.employeeId]);
    const former = statusOf.get(key);
    if (former === undefined || rank(record) < rank(former)) statusOf.set(key, record);
  }
  const rows = new Map<string, { workDate: string; siteId: string } & Record<Headcount, number>>();
  for (const { workDate, siteId, status } of statusOf.values()) {
    const key = JSON.stringify([workDate, siteId]);
    const row = rows.get(key) ?? { workDate, siteId, ...nobody() };
    row.people += 1;
    row[fieldOf(status)] += 1;
    rows.set(key, row);
  }
  return [...rows.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

const rank = ({ status }: Counted): number => STRONGEST_FIRST.indexOf(status);

const nobody = () => Object.fromEntries(HEADCOUNTS.map((field) => [field, 0])) as Record<Headcount, number>;

function fieldOf(status: DayStatus): Exclude<Headcount, 'people'> {
  switch (status) {
    case 'PRESENT':
    case 'HALF_DAY':
      return 'present';
    case 'ABSENT':
      return 'absent';
    case 'ON_LEAVE':
      return 'onLeave';
    case 'HOLIDAY':
    case 'WEEKLY_OFF':
      return 'off';
    case 'MISSING_MARK':
      return 'missingMark';
    case 'IN_PROGRESS':
      return 'inProgress';
    default:
      return assertNever(status);
  }
}
