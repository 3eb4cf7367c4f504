import { beforeAll, describe, expect, it } from 'vitest';
import { COMMAND_LINE } from '../src/cli/system-actor.js';
import { addDays } from '../src/local-dates/date-range.js';
import { localDateOf } from '../src/local-dates/local-date.js';
import { openWorkDays, type WorkDays } from './testing/work-days.js';

const OVERTIME = { overtime: { side: 'AFTER_SHIFT', startsAfterMinutes: 0, weeklyCapMinutes: 90 } };
/** Monday 2 March 2026, and the weeks after it. */
const DAYS = ['2026-03-06', '2026-03-07', '2026-03-08', '2026-03-13', '2026-03-14', '2026-03-15'];
const MARCH = { from: '2026-03-01', to: '2026-03-31' };
const SATURDAY = 6;
const SUNDAY = 7;
const MS_PER_DAY = 86_400_000;

let work: WorkDays;
let employeeId: string;

beforeAll(async () => {
  work = await openWorkDays();
  const person = await work.person({ defaultShiftId: await work.shift(OVERTIME) });
  employeeId = person.id;
  // An hour beyond the shift on Friday, Saturday and Sunday of two weeks.
  for (const date of DAYS) await work.marks(person, date, ['09:00', '18:00']);
  await work.rebuild([person], MARCH.from, MARCH.to);
});

async function weekStart(weekday: number, from?: string) {
  const { settings } = work.services;
  const { version } = await settings.get(COMMAND_LINE);
  return settings.update(COMMAND_LINE, { version, weekStart: { weekday, ...(from && { from }) } });
}

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: { code?: string; details?: object }) => ({ code: error.code, ...error.details }),
  );

/** What of the overtime is paid: each week pays 90 of its minutes. */
async function payable(range = MARCH): Promise<unknown> {
  const request = { kind: 'OVERTIME', ...range, employeeId } as const;
  return (await work.services.reports.report(COMMAND_LINE, request)).totals.payableOvertimeMinutes;
}

describe('the start of the week', () => {
  it('is Monday until somebody says otherwise, and the weekly cap goes by it', async () => {
    const settings = await work.services.settings.get(COMMAND_LINE);
    expect([settings.weekStarts, await work.services.settings.weekStartsOn()]).toEqual([[], 1]);
    expect(await payable()).toBe(90 + 90);
  });

  it('is another one from a date on: Sundays then belong to the week that follows', async () => {
    await weekStart(SUNDAY, '2026-03-08');
    // Friday and Saturday 90 of 120; Sunday, Friday and Saturday 90 of 180; the last Sunday 60.
    expect(await payable()).toBe(90 + 90 + 60);
    await weekStart(SATURDAY, '2026-03-07');
    expect(await payable()).toBe(60 + 90 + 90);
    await weekStart(1, '2026-03-02');
    expect((await work.services.settings.get(COMMAND_LINE)).weekStarts).toEqual([]);
    expect(await payable()).toBe(90 + 90);
  });

  it('holds from the next such day on if no date is given, and leaves the weeks before it alone', async () => {
    const tomorrow = addDays(localDateOf(work.clock.now(), 'UTC'), 1);
    const weekday = new Date(tomorrow).getUTCDay() || 7;
    const { weekStarts } = await weekStart(weekday);
    // Tomorrow, or no change at all if that is a Monday.
    expect(weekStarts).toEqual(weekday === 1 ? [] : [{ from: tomorrow, weekday }]);
    expect([await work.services.settings.weekStartsOn(), await payable()]).toEqual([1, 180]);
    work.clock.forward(MS_PER_DAY);
    expect(await work.services.settings.weekStartsOn()).toBe(weekday);
    expect((await weekStart(1, '2026-03-30')).weekStarts).toEqual([]);
  });

  it('cannot begin on a date that is another weekday', async () => {
    expect(await codeOf(weekStart(SUNDAY, '2026-03-09'))).toMatchObject({
      ...{ code: 'BAD_USER_INPUT', field: 'weekStart.from' },
    });
    expect(await codeOf(weekStart(SUNDAY, 'soon'))).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('does not change for finalised dates, so that what payroll took stays what it was counted as', async () => {
    const period = { ...MARCH, siteId: null, departmentId: null };
    const { periods, payroll } = work.services;
    const finalised = await periods.finalise(COMMAND_LINE, period);
    const deltas = async () => {
      let people = 0;
      for await (const { deltas: own } of payroll.retroDeltas(COMMAND_LINE, finalised.id))
        people += own.length > 0 ? 1 : 0;
      return people;
    };
    expect(await codeOf(weekStart(SUNDAY, '2026-03-08'))).toMatchObject({ code: 'DAY_CLOSED', ...MARCH });
    await weekStart(SUNDAY);
    expect([await payable(), await deltas()]).toEqual([180, 0]);
    await periods.reopen(COMMAND_LINE, { id: finalised.id, version: finalised.version, reason: 'Other weeks' });
    await weekStart(SUNDAY, '2026-03-08');
    expect([await payable(), await deltas()]).toEqual([240, 1]);
  });

  it('is written down in the audit log with its new value', async () => {
    const { nodes } = await work.repositories.audit.list({ action: 'SETTINGS_UPDATED' }, { first: 1, after: null });
    expect(nodes[0]?.details).toMatchObject({ weekStarts: [{ from: '2026-03-08', weekday: SUNDAY }] });
  });
});
