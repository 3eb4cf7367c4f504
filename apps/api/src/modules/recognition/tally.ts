import { judgementOf } from './judged-outcome.js';
import { type Share, shareOf } from './share.js';

export interface RecognitionFigures {
  /** All attempts, those that say nothing about recognition too. */
  readonly attempts: number;
  /** Of the attempts in which a face was looked for. */
  readonly refused: Share;
  readonly attacks: Share;
  /** Of the faces that were compared. */
  readonly nonMatches: Share;
}

interface Counted {
  readonly outcome: string;
  readonly count: number;
}

const NOT_THE_PERSON = new Set(['NON_MATCH', 'NO_MATCH', 'AMBIGUOUS']);

export function figuresOf(counts: readonly Counted[]): RecognitionFigures {
  const sum = (isMeant: (outcome: string) => boolean) =>
    counts.reduce((total, { outcome, count }) => (isMeant(outcome) ? total + count : total), 0);
  const recognised = sum((outcome) => judgementOf(outcome) === 'RECOGNISED');
  const refused = sum((outcome) => judgementOf(outcome) === 'REFUSED');
  const nonMatches = sum((outcome) => NOT_THE_PERSON.has(outcome));
  return {
    attempts: sum(() => true),
    refused: shareOf(refused, recognised + refused),
    attacks: shareOf(
      sum((outcome) => outcome === 'PRESENTATION_ATTACK'),
      recognised + refused,
    ),
    nonMatches: shareOf(nonMatches, recognised + nonMatches),
  };
}

/** The rows of each group, in the order in which the groups first come. */
export function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
}

/** So often each outcome came, the commonest first. */
export function outcomesOf(counts: readonly Counted[]): readonly Counted[] {
  const groups = [...groupBy(counts, ({ outcome }) => outcome)];
  return groups
    .map(([outcome, rows]) => ({ outcome, count: rows.reduce((sum, { count }) => sum + count, 0) }))
    .sort((a, b) => b.count - a.count || (a.outcome < b.outcome ? -1 : 1));
}

/** Those who are most surely refused often come first. */
export const byRefusals = (a: { figures: RecognitionFigures }, b: { figures: RecognitionFigures }): number =>
  (b.figures.refused.low ?? 0) - (a.figures.refused.low ?? 0) ||
  b.figures.refused.count - a.figures.refused.count ||
  b.figures.attempts - a.figures.attempts;
