import { describe, expect, it } from 'vitest';
import { parseLocalDateTime } from '../../local-dates/written-date.js';
import { parseZktecoLogFile, parseZktecoPush } from './zkteco-log.parser.js';

describe('parseZktecoLogFile', () => {
  it('reads padded numbers, states and work codes', () => {
    const text = '       17\t2026-03-02 08:58:01\t1\t0\t15\t0\r\n17\t2026-03-02 17:02:10\t1\t1\t15\t42\r\n';
    expect(parseZktecoLogFile(text)).toEqual({
      marks: [
        {
          line: 1,
          employeeNumber: '17',
          localDateTime: '2026-03-02T08:58:01',
          kind: 'CHECK_IN',
          workCode: null,
          device: '1',
        },
        {
          line: 2,
          employeeNumber: '17',
          localDateTime: '2026-03-02T17:02:10',
          kind: 'CHECK_OUT',
          workCode: '42',
          device: '1',
        },
      ],
      errors: [],
    });
  });

  it('names the line and the column of what cannot be read and keeps every good line', () => {
    const text = [
      '1\t2026-03-02 08:00:00\t1\t0',
      'rubbish',
      '\t2026-03-02 08:00:00\t1\t0',
      '2\t2026-02-30 08:00:00\t1\t0',
      '',
      '3\t2026-03-02 08:00:00\t1\t255',
    ].join('\n');
    const { marks, errors } = parseZktecoLogFile(text);
    expect(marks.map((mark) => [mark.line, mark.kind])).toEqual([
      [1, 'CHECK_IN'],
      [6, 'AUTO'],
    ]);
    expect(errors.map((error) => [error.line, error.field])).toEqual([
      [2, null],
      [3, 'employeeNumber'],
      [4, 'time'],
    ]);
  });

  it('reads lines that are separated by spaces, as some models write them', () => {
    const { marks } = parseZktecoLogFile('  12 2026-03-02 08:58:01 1 255 1 0\n');
    expect(marks).toMatchObject([
      { employeeNumber: '12', localDateTime: '2026-03-02T08:58:01', kind: 'AUTO', device: '1' },
    ]);
  });

  it('leaves in or out to the pairing if the terminal has no state keys', () => {
    const { marks } = parseZktecoLogFile('1\t2026-03-02 08:00:00\t1\t0', { ignoreStates: true });
    expect(marks[0]?.kind).toBe('AUTO');
  });
});

describe('parseZktecoPush', () => {
  it('finds the state in the third column, as terminals push it', () => {
    const { marks } = parseZktecoPush(
      '9\t2026-03-02 12:00:00\t2\t15\t7\t0\t0\n9\t2026-03-02 12:30:00\t3\t15\t\t0\t0\n',
    );
    expect(marks.map((mark) => [mark.kind, mark.workCode])).toEqual([
      ['BREAK_START', '7'],
      ['BREAK_END', null],
    ]);
  });
});

describe('parseLocalDateTime', () => {
  it.each([
    ['2026-03-02 08:58', '2026-03-02T08:58:00'],
    ['2026/3/2 8:58:01', '2026-03-02T08:58:01'],
    ['2024-02-29T00:00:00', '2024-02-29T00:00:00'],
    ['2026-03-02 8:58 pm', '2026-03-02T20:58:00'],
    ['2026-03-02 12:05:09 AM', '2026-03-02T00:05:09'],
    ['2026-03-02T08:58:01.250Z', '2026-03-02T08:58:01Z'],
    ['2026-03-02T08:58:01+05:30', '2026-03-02T08:58:01+05:30'],
  ])('reads %s', (text, expected) => {
    expect(parseLocalDateTime(text)).toBe(expected);
  });

  it('takes the day or the month first only when it is told', () => {
    expect(parseLocalDateTime('03/04/2026 08:00')).toBeNull();
    expect(parseLocalDateTime('03/04/2026 08:00', 'DMY')).toBe('2026-04-03T08:00:00');
    expect(parseLocalDateTime('03/04/2026 08:00', 'MDY')).toBe('2026-03-04T08:00:00');
    expect(parseLocalDateTime('31/04/2026 08:00', 'DMY')).toBeNull();
  });

  it.each([
    '2026-01-01 13:00 pm',
    '2026-02-29 08:00',
    '2026-13-01 08:00',
    '2026-01-01 24:00',
    '2026-01-01 08:60',
    '02.03.2026 08:00',
    '',
    '2026-01-01',
  ])('refuses %s', (text) => {
    expect(parseLocalDateTime(text)).toBeNull();
  });
});
