import { describe, expect, it } from 'vitest';
import { buildPresence, validateMarks } from '../index.js';
import { at, build, DAY, on, type ScenarioMark } from '../testing/scenario.js';

function correction(time: string, replacesEventId: string, more: Partial<ScenarioMark> = {}): ScenarioMark {
  return { local: `${DAY}T${time}`, source: 'CORRECTION', replacesEventId, ...more };
}

describe('chains of corrections', () => {
  it('what was replaced is told in order of its ids, whenever the marks were', () => {
    const marks = [...on(DAY, '16:00', '09:30'), correction('17:00', 'm01'), correction('09:00', 'm02')];
    expect(build({ marks }).replaced).toEqual([
      { eventId: 'm01', byEventId: 'm03' },
      { eventId: 'm02', byEventId: 'm04' },
    ]);
  });

  it('a chain that ends in a circle is one family: its last word counts, once', () => {
    const marks = [
      correction('09:00', 'm03'),
      correction('09:10', 'm01'),
      correction('09:20', 'm04'),
      correction('09:30', 'm03'),
    ];
    const { records, replaced } = build({ marks });
    expect(records[0]?.marks.map(({ eventId }) => eventId)).toEqual(['m02']);
    expect(replaced.map(({ eventId, byEventId }) => [eventId, byEventId])).toEqual([
      ['m01', 'm02'],
      ['m03', 'm02'],
      ['m04', 'm02'],
    ]);
  });

  it('a time of receipt that is no moment is refused by the id of its mark', () => {
    const marks = [...on(DAY, '09:00'), correction('09:10', 'm01', { recordedAt: 'noon' })];
    expect(() => build({ marks })).toThrow(
      expect.objectContaining({ details: expect.objectContaining({ field: 'events.m02.recordedAt' }) }),
    );
  });
});

describe('what is refused is named by its field', () => {
  const fieldOf = (field: string) => expect.objectContaining({ details: expect.objectContaining({ field }) });
  const employee = { joiningDate: DAY, leavingDate: DAY };

  it('the moment that is called now', () => {
    expect(() => validateMarks([], { asOf: 'now', employee })).toThrow(fieldOf('asOf'));
    expect(() => buildPresence({ people: [], records: [], offShift: [], asOf: 'now' })).toThrow(fieldOf('asOf'));
  });

  it('a mark before the first day or after the last', () => {
    const mark = (date: string) => ({ at: at(`${date}T09:00`), timeZone: 'Europe/Berlin' });
    const { issues } = validateMarks([mark('2026-02-09'), mark('2026-02-12')], {
      asOf: at('2026-03-01T00:00'),
      employee,
    });
    expect(issues.map(({ row, field, code }) => [row, field, code])).toEqual([
      [0, 'at', 'BEFORE_JOINING'],
      [1, 'at', 'AFTER_LEAVING'],
    ]);
  });
});
