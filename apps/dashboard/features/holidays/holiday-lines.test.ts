import { describe, expect, it } from 'vitest';
import ar from '../../i18n/messages/ar.json';
import de from '../../i18n/messages/de.json';
import en from '../../i18n/messages/en.json';
import { readHolidayLines, writeHolidayLines } from './holiday-lines';

const LISTS = Object.entries({ English: en.holidays, German: de.holidays, Arabic: ar.holidays });

const FULL = { portion: 'FULL' };

describe('readHolidayLines', () => {
  it.each([
    ['2026-12-25;Christmas Day', '2026-12-25', 'Christmas Day'],
    ['2026-12-25,"Christmas Day"', '2026-12-25', 'Christmas Day'],
    ['25.12.2026\tWeihnachten', '2026-12-25', 'Weihnachten'],
    ['1. 5. 2026; Tag der Arbeit', '2026-05-01', 'Tag der Arbeit'],
    ['20260101 New Year’s Day', '2026-01-01', 'New Year’s Day'],
    ['2026-01-06  عيد الغطاس', '2026-01-06', 'عيد الغطاس'],
  ])('reads %s', (line, date, name) => {
    expect(readHolidayLines(line)).toEqual({ holidays: [{ date, name, ...FULL }], unread: [] });
  });

  it('reads which half of the day is off', () => {
    const { holidays } = readHolidayLines('2026-12-24;Christmas Eve;afternoon\n2026-12-31;New Year’s Eve;first half');
    expect(holidays.map(({ portion }) => portion)).toEqual(['SECOND_HALF', 'FIRST_HALF']);
  });

  it.each(LISTS)('reads the example that the %s page shows, its half day too', (_language, { importExample }) => {
    const { holidays, unread } = readHolidayLines(importExample);
    expect(unread).toEqual([]);
    expect(holidays.map(({ portion }) => portion)).toEqual(['FULL', 'FULL', 'SECOND_HALF']);
  });

  it('reads what an Arabic keyboard writes', () => {
    expect(readHolidayLines('التاريخ؛ الاسم\n2026-09-23؛ اليوم الوطني؛ النصف الأول')).toEqual({
      holidays: [{ date: '2026-09-23', name: 'اليوم الوطني', portion: 'FIRST_HALF' }],
      unread: [],
    });
  });

  it('leaves the heading and empty lines out, and tells what it could not read', () => {
    const text =
      'Date;Name\n\n2026-02-30;No such day\n03/04/2026;March or April?\n2026-04-03\n2026-04-03;Good Friday\n';
    expect(readHolidayLines(text)).toEqual({
      holidays: [{ date: '2026-04-03', name: 'Good Friday', ...FULL }],
      unread: ['2026-02-30;No such day', '03/04/2026;March or April?', '2026-04-03'],
    });
  });

  it('reads a calendar file, names that go over two lines too', () => {
    const text = [
      ...['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'DTSTART;VALUE=DATE:20261003', 'SUMMARY:Day of German', '  Unity\\, all'],
      ...['END:VEVENT', 'BEGIN:VEVENT', 'SUMMARY:Without a date', 'END:VEVENT', 'END:VCALENDAR'],
    ].join('\r\n');
    expect(readHolidayLines(text)).toEqual({
      holidays: [{ date: '2026-10-03', name: 'Day of German Unity, all', ...FULL }],
      unread: ['Without a date'],
    });
  });
});

describe('writeHolidayLines', () => {
  it('writes what is read back the same', () => {
    const holidays = [
      { date: '2026-01-01', name: 'New Year’s Day', portion: 'FULL' },
      { date: '2026-02-22', name: 'يوم التأسيس', portion: 'FULL' },
      { date: '2026-12-24', name: 'Heiligabend, ab Mittag', portion: 'SECOND_HALF' },
      { date: '2026-12-31', name: 'Silvester', portion: 'FIRST_HALF' },
    ] as const;
    expect(readHolidayLines(writeHolidayLines(holidays))).toEqual({ holidays, unread: [] });
  });
});
