// Rebuilds a month of day records for many employees on one core and prints what it took.
// Usage: npm run bench -w packages/attendance [-- EMPLOYEES]
import { buildDayRecords, statutoryBreaks } from '../dist/index.js';

const employees = Number(process.argv[2] ?? 1_000);
const month = { from: '2026-03-01', to: '2026-03-31' };
const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe'];

/** Deterministic minutes of jitter, so that two runs measure the same work. */
function jitter(seed) {
  return (Math.imul(seed, 2_654_435_761) >>> 0) % 31;
}

function inputOf(index) {
  const employeeId = `e${index}`;
  const timeZone = zones[index % zones.length];
  const events = [];
  for (let day = 1; day <= 31; day += 1) {
    for (const [part, hour] of [9, 12, 13, 17].entries()) {
      const ms = Date.UTC(2026, 2, day, hour - 1, jitter(index * 1_000 + day * 10 + part));
      const at = new Date(ms).toISOString();
      events.push({ eventId: `${day}-${part}`, employeeId, at, timeZone, kind: 'AUTO', source: 'KIOSK' });
    }
  }
  return {
    ...month,
    asOf: '2026-04-05T00:00:00Z',
    employee: { employeeId, homeTimeZone: timeZone, sites: [{ siteId: 's' }] },
    events,
    assignments: [{ assignmentId: 'a', employeeId, from: '2026-01-01', schedule: { kind: 'SHIFT', shiftId: 'day' } }],
    shifts: [
      {
        shiftId: 'day',
        start: '09:00',
        end: '17:00',
        pattern: { kind: 'WEEKLY', weekdays: [1, 2, 3, 4, 5, 6] },
        policyId: 'p',
      },
    ],
    policies: [
      {
        policyId: 'p',
        version: 1,
        hours: 'EVERY_PAIR',
        absentBelowMinutes: 120,
        halfDayBelowMinutes: 300,
        breaks: statutoryBreaks('DE'),
        rounding: { in: { toMinutes: 5, direction: 'NEAREST' }, out: { toMinutes: 5, direction: 'NEAREST' } },
        overtime: { side: 'BOTH', startsAfterMinutes: 15, dailyCapMinutes: 120 },
      },
    ],
    calendar: { holidays: [], weeklyOffs: [], leaves: [] },
    sites: [{ siteId: 's', timeZone, devices: [{ deviceId: 'd', syncedThroughAt: '2026-04-04T00:00:00Z' }] }],
  };
}

const inputs = Array.from({ length: employees }, (_, index) => inputOf(index));
const started = performance.now();
let records = 0;
let marks = 0;
for (const input of inputs) {
  const result = buildDayRecords(input);
  records += result.records.length;
  marks += input.events.length;
}
const seconds = (performance.now() - started) / 1_000;
const perSecond = Math.round(records / seconds);
process.stdout.write(
  `${JSON.stringify({ employees, records, marks, seconds: Number(seconds.toFixed(2)), perSecond })}\n`,
);
