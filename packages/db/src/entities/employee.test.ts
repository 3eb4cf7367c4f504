import { describe, expect, it } from 'vitest';
import { movedTo, siteOn } from './employee.js';

const history = [
  { siteId: 'a', from: null },
  { siteId: 'b', from: '2026-03-01' },
];

describe('somebody who moves', () => {
  it('keeps what was before, and loses what was planned later', () => {
    expect(movedTo(history, 'c', '2026-04-01')).toEqual([...history, { siteId: 'c', from: '2026-04-01' }]);
    expect(movedTo(history, 'c', '2026-03-01')).toEqual([history[0], { siteId: 'c', from: '2026-03-01' }]);
    expect(movedTo(history, 'c', '2026-02-01')).toEqual([history[0], { siteId: 'c', from: '2026-02-01' }]);
    expect(movedTo(history, 'c', null)).toEqual([{ siteId: 'c', from: null }]);
    expect(movedTo([], 'c', '2026-02-01')).toEqual([{ siteId: 'c', from: '2026-02-01' }]);
  });

  it('to where they are already changes nothing', () => {
    expect(movedTo(history, 'b', '2026-05-01')).toEqual(history);
    expect(movedTo(history, 'a', '2026-02-01')).toEqual([history[0]]);
  });

  it('belongs to the former site until the day before', () => {
    const employee = { siteId: 'b', siteHistory: history };
    expect(siteOn(employee, '2026-02-28')).toBe('a');
    expect(siteOn(employee, '2026-03-01')).toBe('b');
    expect(siteOn({ siteId: 'b', siteHistory: [{ siteId: 'b', from: '2026-03-01' }] }, '2026-01-01')).toBe('b');
    expect(siteOn({ siteId: null, siteHistory: [] }, '2026-01-01')).toBeNull();
  });
});
