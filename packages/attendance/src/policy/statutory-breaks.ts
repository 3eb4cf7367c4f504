import type { BreakRule } from '../types/policy.js';

/** Break rules set by law, as automatic unpaid breaks: each later step is what it adds to the former. */
export interface StatutoryBreaks {
  /** The law, as its country cites it, in Latin letters: pages and files have no others for it. */
  readonly law: string;
  readonly steps: readonly { readonly afterWorkedMinutes: number; readonly minutes: number }[];
}

/**
 * What the law asks of grown-up employees, by country (ISO 3166); no exceptions of trades, no law for the young, no agreements.
 * - `DE`: 30 min beyond 6 h of work, 45 min in all beyond 9 h.
 * - `AT`: 30 min beyond 6 h.
 * - `FR`: 20 min from 6 h.
 * - `GB`: 20 min beyond 6 h.
 * - `JP`: 45 min beyond 6 h, 60 min in all beyond 8 h.
 */
export const STATUTORY_BREAKS = {
  DE: {
    law: 'ArbZG § 4',
    steps: [
      { afterWorkedMinutes: 360, minutes: 30 },
      { afterWorkedMinutes: 540, minutes: 15 },
    ],
  },
  AT: { law: 'AZG § 11', steps: [{ afterWorkedMinutes: 360, minutes: 30 }] },
  FR: { law: 'Code du travail L3121-16', steps: [{ afterWorkedMinutes: 359, minutes: 20 }] },
  GB: { law: 'Working Time Regulations 1998, reg. 12', steps: [{ afterWorkedMinutes: 360, minutes: 20 }] },
  JP: {
    law: 'Rōdō kijun-hō, art. 34',
    steps: [
      { afterWorkedMinutes: 360, minutes: 45 },
      { afterWorkedMinutes: 480, minutes: 15 },
    ],
  },
} as const satisfies Readonly<Record<string, StatutoryBreaks>>;

export type StatutoryBreakPreset = keyof typeof STATUTORY_BREAKS;
export const STATUTORY_BREAK_PRESETS = Object.keys(STATUTORY_BREAKS) as readonly StatutoryBreakPreset[];

/** The break rules of a country's law, as a policy takes them. */
export function statutoryBreaks(preset: StatutoryBreakPreset, isGradual = false): readonly BreakRule[] {
  const { law, steps } = STATUTORY_BREAKS[preset];
  return steps.map(({ afterWorkedMinutes, minutes }) => ({
    name: law,
    isPaid: false,
    span: { kind: 'DURATION', minutes },
    apply: { kind: 'AUTOMATIC', afterWorkedMinutes, isGradual },
  }));
}
