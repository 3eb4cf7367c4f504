import { describe, expect, it } from 'vitest';
import { addressOf, filtersOf } from './view-address';

describe('a saved view', () => {
  it('keeps the filters of its list in one order, and neither search words nor page nor date', () => {
    const address = new URLSearchParams('status=ACTIVE&q=Mayer&face=ENROLLED&after=x&date=2026-01-01&unknown=1');
    expect(filtersOf('EMPLOYEES', address)).toBe('face=ENROLLED&status=ACTIVE');
    expect(filtersOf('ATTENDANCE', address)).toBe('status=ACTIVE');
    expect(filtersOf('EMPLOYEES', new URLSearchParams('q=Mayer'))).toBe('');
  });

  it('takes the place of all filters, and leaves the date', () => {
    const address = new URLSearchParams('site=s&q=Mayer&date=2026-01-01');
    expect(addressOf('status=LATE', '/attendance', address)).toBe('/attendance?status=LATE&date=2026-01-01');
    expect(addressOf('', '/employees', new URLSearchParams('site=s'))).toBe('/employees');
  });
});
