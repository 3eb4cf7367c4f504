import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { AttendanceEvent } from '@rollcall/db';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { COMMAND_LINE } from '../src/cli/system-actor.js';
import { addDays } from '../src/local-dates/date-range.js';
import type { ReportKind } from '../src/modules/report/report-kinds.js';
import { askPython, installReaders } from './testing/file-readers.js';
import { openWorkDays, type WorkDays, ZONE } from './testing/work-days.js';

/** The night from 28 to 29 March has one hour less. */
const FROM = '2026-03-23';
const TO = '2026-03-29';
const LEVERS = {
  lateGraceMinutes: 5,
  earlyGraceMinutes: 5,
  breaks: [{ name: 'Lunch', isPaid: false, minutes: 30, afterWorkedMinutes: 360 }],
  overtime: { side: 'AFTER_SHIFT', startsAfterMinutes: 15 },
};
/** In and out of seven days in a row; an out that is before its in is on the next morning. */
const DAY_MARKS = [
  ['09:00', '17:00'],
  ['09:05', '17:00'], // within the grace
  ['09:06', '17:00'],
  ['09:00', '16:40'],
  ['08:30', '17:15'],
  ['09:20', '18:31'],
  ['09:00', '14:50'], // too short for the break
] as const;
const NIGHT_MARKS = [
  ['21:55', '06:05'],
  ['22:00', '06:00'],
  ['22:10', '06:20'],
  ['22:00', '05:30'],
  ['22:00', '06:00'],
  ['22:00', '06:00'],
  ['22:03', '06:16'],
] as const;

let work: WorkDays;
let noReader: string | null;
let folder: string;
const raw: { number: string; start: string; end: string; marks: string[] }[] = [];

beforeAll(async () => {
  noReader = installReaders();
  folder = mkdtempSync(path.join(tmpdir(), 'rollcall-recount-'));
  work = await openWorkDays();
  const hours = [
    { start: '09:00', end: '17:00', days: DAY_MARKS },
    { start: '22:00', end: '06:00', days: NIGHT_MARKS },
  ];
  for (const { start, end, days } of hours) {
    const defaultShiftId = await work.shift(LEVERS, { start, end });
    const person = await work.person({ defaultShiftId });
    const events: AttendanceEvent[] = [];
    for (const [day, [inAt, outAt]] of days.entries()) {
      const date = addDays(FROM, day);
      events.push(...(await work.marks(person, date, [inAt])));
      events.push(...(await work.marks(person, outAt < inAt ? addDays(date, 1) : date, [outAt])));
    }
    raw.push({ number: person.number, start, end, marks: events.map(({ at }) => at.toISOString()) });
    await work.rebuild([person], FROM, TO);
  }
}, 120_000);

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await work.database.close();
});

/** Counts again, from nothing but the marks, the hours of the shift and the zone; then reads what the workbooks say. */
const RECOUNT = `
import datetime as d, json, sys, zoneinfo, openpyxl
task = json.load(open(sys.argv[1]))
zone = zoneinfo.ZoneInfo(task['zone'])
minutes = lambda span: int(span.total_seconds() // 60)
wall = lambda date, clock: d.datetime.combine(date, d.time.fromisoformat(clock), zone)
def elapsed(a, b): return minutes(b.astimezone(d.timezone.utc) - a.astimezone(d.timezone.utc))
days = []
for person in task['people']:
    marks = [d.datetime.fromisoformat(m.replace('Z', '+00:00')) for m in person['marks']]
    for went_in, went_out in zip(marks[::2], marks[1::2]):
        date = went_in.astimezone(zone).date()
        ends = date if person['start'] < person['end'] else date + d.timedelta(days=1)
        start, end = wall(date, person['start']), wall(ends, person['end'])
        present = elapsed(went_in, went_out)
        pause = 30 if present > 360 else 0
        late, early, over = elapsed(start, went_in), elapsed(went_out, end), elapsed(end, went_out)
        days.append({'number': person['number'], 'date': str(date), 'worked': present - pause, 'break': pause,
                     'late': late if late > 5 else 0, 'early': early if early > 5 else 0, 'over': over if over > 15 else 0})
def cells(kind):
    head, *rows = list(openpyxl.load_workbook(task['files'][kind], data_only=True).active.iter_rows(values_only=True))
    def plain(v):
        if isinstance(v, d.timedelta): return round(v.total_seconds() / 60)
        if isinstance(v, d.datetime): return str(v.date())
        if isinstance(v, d.time): return v.hour * 60 + v.minute
        return v
    return [dict(zip(head, map(plain, row))) for row in rows[:-1]], dict(zip(head, map(plain, rows[-1]))), \\
        {name: sorted({type(row[i]).__name__ for row in rows[:-1]}) for i, name in enumerate(head)}
def sums(*names): return [[p['number'], *(sum(n(x) for x in days if x['number'] == p['number']) for n in names)] for p in task['people']]
of = lambda name: lambda x: x[name]
some = lambda name: lambda x: 1 if x[name] > 0 else 0
register, register_total, register_types = cells('REGISTER')
hours, hours_total, hours_types = cells('HOURS')
late, late_total, late_types = cells('LATE')
overtime, overtime_total, overtime_types = cells('OVERTIME')
payroll, payroll_total, _ = cells('PAYROLL')
take = lambda rows, *names: sorted([row[n] for n in names] for row in rows)
pay = lambda number, cls: sum(r['Time'] for r in payroll if r['Number'] == number and r['Pay class'] == cls)
classes = ['Regular work', 'Overtime', 'Late', 'Left early']
print(json.dumps({
  'counted': {
    'register': sorted([x['number'], x['date'], x['worked'], x['break'], x['late'], x['early'], x['over']] for x in days),
    'hours': sorted(sums(of('worked'), of('break'), of('over'), lambda x: 1)),
    'late': sorted(sums(some('late'), of('late'), some('early'), of('early'))),
    'overtime': sorted(sums(of('over'), some('over'))),
    'payroll': sorted(sums(lambda x: x['worked'] - x['over'], of('over'), of('late'), of('early'))),
    'totals': [sum(x[n] for x in days) for n in ['worked', 'break', 'late', 'early', 'over']],
  },
  'read': {
    'register': take(register, 'Number', 'Work date', 'Worked', 'Breaks', 'Late', 'Left early', 'Overtime'),
    'hours': take(hours, 'Number', 'Worked', 'Breaks', 'Overtime', 'Days present'),
    'late': take(late, 'Number', 'Days late', 'Late', 'Days left early', 'Left early'),
    'overtime': take(overtime, 'Number', 'Overtime', 'Days'),
    'payroll': sorted([p['number'], *(pay(p['number'], c) for c in classes)] for p in task['people']),
    'totals': [register_total[n] for n in ['Worked', 'Breaks', 'Late', 'Left early', 'Overtime']],
  },
  'types': [register_types['Work date'], hours_types['Days present'], late_types['Days late'], overtime_types['Days']],
}))
`;

it('read by another program equals a recount from the raw marks: late, early, breaks, overtime, nights and a short one', async ({
  skip,
}) => {
  if (noReader !== null) return skip(noReader);
  const files: Record<string, string> = {};
  for (const kind of ['REGISTER', 'HOURS', 'LATE', 'OVERTIME', 'PAYROLL'] satisfies ReportKind[]) {
    const file = path.join(folder, `${kind}.xlsx`);
    const request = { kind, format: 'XLSX', from: FROM, to: TO } as const;
    await (await work.services.exports.prepare(COMMAND_LINE, request)).write(createWriteStream(file));
    files[kind] = file;
  }
  const task = path.join(folder, 'task.json');
  writeFileSync(task, JSON.stringify({ zone: ZONE, people: raw, files }));
  const { counted, read, types } = await askPython<{ counted: { totals: number[] }; read: object; types: string[][] }>(
    RECOUNT,
    task,
  );
  expect(counted.totals.every((total) => total > 0)).toBe(true);
  expect(read).toEqual(counted);
  expect(types).toEqual([['datetime'], ['int'], ['int'], ['int']]);
});
