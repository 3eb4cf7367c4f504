import { describe, expect, it } from 'vitest';
import type { BreakRule, PolicyInput } from '../index.js';
import { STATUTORY_BREAK_PRESETS, STATUTORY_BREAKS, statutoryBreaks } from '../index.js';
import { DAY, day, type ScenarioMark } from '../testing/scenario.js';

function automatic(minutes: number, afterWorkedMinutes: number, more: Partial<BreakRule['apply']> = {}): BreakRule {
  return {
    isPaid: false,
    span: { kind: 'DURATION', minutes },
    apply: { kind: 'AUTOMATIC', afterWorkedMinutes, ...more } as BreakRule['apply'],
  };
}

function window(start: string, end: string, more: Partial<BreakRule> = {}): BreakRule {
  return {
    isPaid: false,
    span: { kind: 'WINDOW', start, end },
    apply: { kind: 'AUTOMATIC', afterWorkedMinutes: 0 },
    ...more,
  };
}

/** In and out with one marked break per further pair of times. */
function marks(inTime: string, outTime: string, ...breakTimes: readonly string[]): ScenarioMark[] {
  const mark = (time: string, kind: ScenarioMark['kind']) => ({ local: `${DAY}T${time}`, kind });
  return [
    mark(inTime, 'CHECK_IN'),
    ...breakTimes.map((time, index) => mark(time, index % 2 === 0 ? 'BREAK_START' : 'BREAK_END')),
    mark(outTime, 'CHECK_OUT'),
  ];
}

function minutes(breaks: readonly BreakRule[], list: readonly ScenarioMark[], policy: Partial<PolicyInput> = {}) {
  const record = day({ marks: list, policy: { breaks, ...policy } });
  return {
    worked: record.workedMinutes,
    unpaid: record.unpaidBreakMinutes,
    all: record.breakMinutes,
    trace: record.trace,
  };
}

describe('automatic breaks of a length', () => {
  it.each([
    ['09:00', '15:00', 360, 0],
    ['09:00', '15:01', 331, 30],
    ['09:00', '17:00', 450, 30],
  ])('30 min after 6 h: %s to %s gives %d worked, %d deducted', (from, to, worked, unpaid) => {
    expect(minutes([automatic(30, 360)], marks(from, to))).toMatchObject({ worked, unpaid, all: unpaid });
  });

  it('gradual never deducts below the limit: 6 h 05 min stay 6 h', () => {
    expect(minutes([automatic(30, 360, { isGradual: true })], marks('09:00', '15:05'))).toMatchObject({
      worked: 360,
      unpaid: 5,
    });
    expect(minutes([automatic(30, 360, { isGradual: true })], marks('09:00', '17:00'))).toMatchObject({
      worked: 450,
      unpaid: 30,
    });
  });

  it('a marked break counts towards it: only what is missing is deducted', () => {
    expect(minutes([automatic(30, 360)], marks('09:00', '17:00', '12:00', '12:20'))).toMatchObject({
      worked: 450,
      unpaid: 30,
      all: 30,
    });
    expect(minutes([automatic(30, 360)], marks('09:00', '17:00', '12:00', '12:45'))).toMatchObject({
      worked: 435,
      unpaid: 45,
      all: 45,
    });
  });

  it('a pause between two pairs counts towards it, and is not deducted twice', () => {
    const list = ['09:00', '12:00', '12:20', '17:00'].map((time) => ({ local: `${DAY}T${time}` }));
    expect(minutes([automatic(30, 360)], list, { hours: 'EVERY_PAIR' })).toMatchObject({ worked: 450, unpaid: 10 });
    expect(minutes([automatic(30, 360)], list)).toMatchObject({ worked: 450, unpaid: 30 });
  });

  it('several are a minimum together, in order of their limits, each net of what was deducted before', () => {
    const rules = [automatic(15, 540), automatic(30, 360)];
    expect(minutes(rules, marks('09:00', '18:30'))).toMatchObject({ worked: 540, unpaid: 30 });
    expect(minutes(rules, marks('09:00', '18:31'))).toMatchObject({ worked: 526, unpaid: 45 });
    expect(minutes(rules, marks('09:00', '19:00', '12:00', '12:40'))).toMatchObject({ worked: 555, unpaid: 45 });
  });

  it('never deducts more than was worked', () => {
    expect(minutes([automatic(60, 10)], marks('09:00', '09:20'))).toMatchObject({ worked: 0, unpaid: 20 });
  });

  it('says in the trace what was due, taken and deducted, or why not', () => {
    const due = minutes([automatic(30, 360)], marks('09:00', '17:00', '12:00', '12:20'));
    expect(due.trace.find(({ rule }) => rule === 'BREAK_DURATION')?.message).toBe(
      'Break of 30 min after 360 min worked: 20 min taken, 10 min deducted',
    );
    expect(due.trace.find(({ rule }) => rule === 'BREAK_MARKED')?.message).toBe(
      'Marked breaks 20 min, 0 min of them paid',
    );
    const notDue = minutes([automatic(30, 360)], marks('09:00', '15:00'));
    expect(notDue.trace.find(({ rule }) => rule === 'BREAK_NOT_DUE')?.message).toBe(
      'No automatic break: worked 360 min <= 360 min',
    );
    expect(notDue.trace.some(({ rule }) => rule === 'BREAK_MARKED' || rule === 'BREAK_PAID')).toBe(false);
  });
});

describe('automatic breaks at a fixed time', () => {
  it('deducts only what of the window was worked', () => {
    expect(minutes([window('12:00', '12:30')], marks('09:00', '17:00'))).toMatchObject({
      worked: 450,
      unpaid: 30,
      all: 30,
    });
    expect(minutes([window('12:00', '12:30')], marks('12:20', '17:00'))).toMatchObject({ worked: 270, unpaid: 10 });
    expect(minutes([window('12:00', '12:30')], marks('13:00', '17:00'))).toMatchObject({ worked: 240, unpaid: 0 });
  });

  it('does not deduct marked time again', () => {
    expect(minutes([window('12:00', '12:30')], marks('09:00', '17:00', '12:10', '12:40'))).toMatchObject({
      worked: 440,
      unpaid: 40,
    });
  });

  it('is due only beyond its worked minutes', () => {
    const rule = window('12:00', '12:30', { apply: { kind: 'AUTOMATIC', afterWorkedMinutes: 240 } });
    expect(minutes([rule], marks('09:00', '13:00'))).toMatchObject({ worked: 240, unpaid: 0 });
    const due = minutes([rule], marks('09:00', '13:01'));
    expect(due).toMatchObject({ worked: 211, unpaid: 30 });
    expect(due.trace.find(({ rule: name }) => name === 'BREAK_WINDOW')?.message).toBe(
      'Break 12:00–12:30: 30 min deducted after 240 min',
    );
    const notDue = minutes([rule], marks('09:00', '13:00'));
    expect(notDue.trace.find(({ rule: name }) => name === 'BREAK_NOT_DUE')?.values).toEqual({
      workedMinutes: 240,
      afterWorkedMinutes: 240,
    });
  });

  it('counts as taken for automatic lengths', () => {
    expect(minutes([window('12:00', '12:20'), automatic(30, 360)], marks('09:00', '17:00'))).toMatchObject({
      worked: 450,
      unpaid: 30,
    });
  });

  it('of a night shift lies after midnight if its clock time is before the shift starts', () => {
    const record = day({
      shift: { start: '22:00', end: '06:00' },
      marks: [`${DAY}T22:00`, '2026-02-11T06:00'],
      policy: { breaks: [window('23:45', '00:15'), window('02:00', '02:30')] },
    });
    expect([record.workedMinutes, record.unpaidBreakMinutes]).toEqual([420, 60]);
  });

  it('whose hour the clock skips that night takes nothing away', () => {
    const record = day({
      from: '2026-03-28',
      shift: { start: '22:00', end: '06:00' },
      marks: ['2026-03-28T22:00', '2026-03-29T06:00'],
      policy: { breaks: [window('02:30', '03:00')] },
    });
    expect([record.workedMinutes, record.unpaidBreakMinutes]).toEqual([420, 0]);
  });
});

describe('marked breaks', () => {
  it('are unpaid without a rule', () => {
    expect(minutes([], marks('09:00', '17:00', '12:00', '12:45'))).toMatchObject({ worked: 435, unpaid: 45, all: 45 });
  });

  it('are paid up to a paid length, the rest is not', () => {
    const rule: BreakRule = { isPaid: true, span: { kind: 'DURATION', minutes: 15 }, apply: { kind: 'WHEN_MARKED' } };
    const result = minutes([rule], marks('09:00', '17:00', '10:00', '10:10', '12:00', '12:45'));
    expect(result).toMatchObject({ worked: 440, unpaid: 40, all: 55 });
    expect(result.trace.find(({ rule: name }) => name === 'BREAK_MARKED')?.message).toBe(
      'Marked breaks 55 min, 15 min of them paid',
    );
  });

  it('are paid inside a paid window', () => {
    const rule = window('12:00', '12:30', { isPaid: true, apply: { kind: 'WHEN_MARKED' } });
    expect(minutes([rule], marks('09:00', '17:00', '11:50', '12:40'))).toMatchObject({
      worked: 460,
      unpaid: 20,
      all: 50,
    });
  });

  it('an unpaid rule that only counts when marked takes nothing by itself', () => {
    const rule: BreakRule = { isPaid: false, span: { kind: 'DURATION', minutes: 30 }, apply: { kind: 'WHEN_MARKED' } };
    expect(
      minutes([rule, window('12:00', '12:30', { apply: { kind: 'WHEN_MARKED' } })], marks('09:00', '17:00')),
    ).toMatchObject({ worked: 480, unpaid: 0, all: 0 });
  });

  it('outside the counted presence are no breaks', () => {
    const list = marks('09:00', '17:20', '16:50', '17:05');
    const record = day({ marks: list, policy: { rounding: { out: { toMinutes: 60, direction: 'DOWN' } } } });
    expect([record.workedMinutes, record.breakMinutes]).toEqual([470, 10]);
  });
});

describe('paid automatic breaks', () => {
  it('are listed and take nothing', () => {
    const length: BreakRule = {
      isPaid: true,
      span: { kind: 'DURATION', minutes: 15 },
      apply: { kind: 'AUTOMATIC', afterWorkedMinutes: 240 },
    };
    const result = minutes([length], marks('09:00', '17:00'));
    expect(result).toMatchObject({ worked: 480, unpaid: 0, all: 15 });
    expect(result.trace.find(({ rule }) => rule === 'BREAK_PAID')?.message).toBe('Paid break 15 min, nothing deducted');
    expect(minutes([length], marks('09:00', '13:00'))).toMatchObject({ worked: 240, all: 0 });
    expect(minutes([window('12:00', '12:20', { isPaid: true })], marks('09:00', '17:00'))).toMatchObject({
      worked: 480,
      unpaid: 0,
      all: 20,
    });
  });

  it('pay marked breaks first, and are not listed twice for them', () => {
    const length: BreakRule = {
      isPaid: true,
      span: { kind: 'DURATION', minutes: 15 },
      apply: { kind: 'AUTOMATIC', afterWorkedMinutes: 240 },
    };
    expect(minutes([length], marks('09:00', '17:00', '12:00', '12:10'))).toMatchObject({
      worked: 480,
      unpaid: 0,
      all: 15,
    });
    expect(minutes([length], marks('09:00', '17:00', '12:00', '12:40'))).toMatchObject({
      worked: 455,
      unpaid: 25,
      all: 40,
    });
    expect(
      minutes([window('12:00', '12:20', { isPaid: true })], marks('09:00', '17:00', '12:00', '12:40')),
    ).toMatchObject({ worked: 460, unpaid: 20, all: 40 });
  });
});

describe('statutory presets', () => {
  it.each([
    ['DE', '15:00', 360],
    ['DE', '17:00', 450],
    ['DE', '19:00', 555],
    ['AT', '19:00', 570],
    ['FR', '14:59', 359],
    ['FR', '15:00', 340],
    ['GB', '17:00', 460],
    ['JP', '17:00', 435],
    ['JP', '18:30', 510],
  ] as const)('%s, from 09:00 to %s: %d min worked', (preset, out, worked) => {
    expect(minutes(statutoryBreaks(preset), marks('09:00', out)).worked).toBe(worked);
  });

  it('can be gradual, and every one is unpaid, automatic and named after its law', () => {
    expect(minutes(statutoryBreaks('DE', true), marks('09:00', '15:05')).worked).toBe(360);
    for (const preset of STATUTORY_BREAK_PRESETS) {
      for (const rule of statutoryBreaks(preset)) {
        expect(rule).toMatchObject({
          name: STATUTORY_BREAKS[preset].law,
          isPaid: false,
          apply: { kind: 'AUTOMATIC', isGradual: false },
        });
      }
    }
  });
});
