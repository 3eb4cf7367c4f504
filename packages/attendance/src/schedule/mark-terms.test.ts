import { expect, it } from 'vitest';
import { type MarkTermsInput, markTerms } from './mark-terms.js';

const POLICIES = [
  { policyId: 'strict', version: 1, minimumMarkGapSeconds: 600 },
  { policyId: 'quick', version: 1, minimumMarkGapSeconds: 5 },
  { policyId: 'quick', version: 2, effectiveFrom: '2026-03-10', minimumMarkGapSeconds: 30 },
];
const SHIFTS = [
  { shiftId: 'day', start: '09:00', end: '17:00', policyId: 'strict' },
  { shiftId: 'evening', start: '18:00', end: '20:00', policyId: 'quick' },
  { shiftId: 'night', start: '22:00', end: '06:00', policyId: 'quick' },
];
const NOBODY = { employee: { defaultShiftId: null }, assignments: [], shifts: SHIFTS, policies: POLICIES };
const assigned = (shiftId: string, from: string, to: string | null, siteId: string | null = null) => ({
  ...{ assignmentId: `${shiftId} ${from}`, employeeId: 'anna', from, to, siteId },
  schedule: { kind: 'SHIFT', shiftId } as const,
});
const anna = (more: Partial<MarkTermsInput>): MarkTermsInput => ({ ...NOBODY, ...more });

it('without a shift the default gap of two minutes holds, at the own site', () => {
  expect(markTerms(NOBODY, '2026-03-02')).toEqual({ minimumMarkGapSeconds: 120, siteId: null });
});

it('the policy of the default shift decides, and an assignment decides over it, with its site', () => {
  const employee = { defaultShiftId: 'day' };
  expect(markTerms(anna({ employee }), '2026-03-02')).toEqual({ minimumMarkGapSeconds: 600, siteId: null });
  const assignments = [assigned('evening', '2026-03-02', '2026-03-02', 'harbour')];
  expect(markTerms(anna({ employee, assignments }), '2026-03-02')).toEqual({
    minimumMarkGapSeconds: 5,
    siteId: 'harbour',
  });
});

it('of two shifts on one date the smaller gap holds', () => {
  const assignments = [assigned('day', '2026-03-02', null), assigned('evening', '2026-03-02', null)];
  expect(markTerms(anna({ assignments }), '2026-03-02').minimumMarkGapSeconds).toBe(5);
});

it('the morning after a night shift still belongs to it, the morning after that does not', () => {
  const assignments = [assigned('night', '2026-03-02', '2026-03-02')];
  expect(markTerms(anna({ assignments }), '2026-03-03').minimumMarkGapSeconds).toBe(5);
  expect(markTerms(anna({ assignments }), '2026-03-04').minimumMarkGapSeconds).toBe(120);
});

it('the version of the policy that is in force on the date decides', () => {
  const assignments = [assigned('evening', '2026-03-02', null)];
  expect(markTerms(anna({ assignments }), '2026-03-09').minimumMarkGapSeconds).toBe(5);
  expect(markTerms(anna({ assignments }), '2026-03-10').minimumMarkGapSeconds).toBe(30);
});
