import type { BreakRule } from '../types/policy.js';

/**
 * Break rules set by law, as automatic unpaid breaks.
 * - `DE`: ArbZG § 4: 30 min beyond 6 h of work, 45 min in all beyond 9 h.
 * - `AT`: AZG § 11: 30 min beyond 6 h.
 * - `FR`: Code du travail L3121-16: 20 min from 6 h.
 * - `GB`: Working Time Regulations 1998, reg. 12: 20 min beyond 6 h.
 * - `JP`: Labour Standards Act, art. 34: 45 min beyond 6 h, 60 min in all beyond 8 h.
 */
export const STATUTORY_BREAK_PRESETS = ['DE', 'AT', 'FR', 'GB', 'JP'] as const;
export type StatutoryBreakPreset = (typeof STATUTORY_BREAK_PRESETS)[number];

const STEPS: Readonly<Record<StatutoryBreakPreset, readonly { afterWorkedMinutes: number; minutes: number }[]>> = {
  DE: [
    { afterWorkedMinutes: 360, minutes: 30 },
    { afterWorkedMinutes: 540, minutes: 15 },
  ],
  AT: [{ afterWorkedMinutes: 360, minutes: 30 }],
  FR: [{ afterWorkedMinutes: 359, minutes: 20 }],
  GB: [{ afterWorkedMinutes: 360, minutes: 20 }],
  JP: [
    { afterWorkedMinutes: 360, minutes: 45 },
    { afterWorkedMinutes: 480, minutes: 15 },
  ],
};

/** The break rules of a country's law; each later step is what it adds to the former. */
export function statutoryBreaks(preset: StatutoryBreakPreset, isGradual = false): readonly BreakRule[] {
  return STEPS[preset].map(({ afterWorkedMinutes, minutes }) => ({
    name: `statutory ${preset}`,
    isPaid: false,
    span: { kind: 'DURATION', minutes },
    apply: { kind: 'AUTOMATIC', afterWorkedMinutes, isGradual },
  }));
}
