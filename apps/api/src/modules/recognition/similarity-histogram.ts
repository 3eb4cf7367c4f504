import type { Bins, SimilarityCount } from '@rollcall/db';
import { judgementOf } from './judged-outcome.js';
import { groupBy } from './tally.js';

/** Ten bins between the threshold and 1, and at most twenty below (docs/adr/0152). */
export const BINS: Bins = { binsAbove: 10, lowest: -20 };
/** With fewer people a bin could be one person's single score. */
export const MIN_PEOPLE = 5;

export interface SimilarityBin {
  /** Null: everything below `to`. */
  readonly from: number | null;
  readonly to: number;
  readonly accepted: number;
  readonly refused: number;
}

export interface SimilarityHistogram {
  readonly operatingPointId: string;
  readonly threshold: number;
  /** How many people were compared. */
  readonly people: number;
  readonly bins: readonly SimilarityBin[];
}

/** One for each operating point that enough people were compared at, the most used first. Bins without a score between others are there. */
export function histogramsOf(counts: readonly SimilarityCount[]): readonly SimilarityHistogram[] {
  const groups = groupBy(counts, ({ pointId, threshold }) => `${pointId} ${threshold}`);
  return [...groups.values()]
    .map((rows) => ({ total: totalOf(rows), histogram: histogramOf(rows) }))
    .filter(({ histogram }) => histogram.people >= MIN_PEOPLE)
    .sort((a, b) => b.total - a.total)
    .map(({ histogram }) => histogram);
}

function histogramOf(rows: readonly SimilarityCount[]): SimilarityHistogram {
  const { pointId = '', threshold = 0 } = rows[0] ?? {};
  const width = (1 - threshold) / BINS.binsAbove;
  const numbers = rows.map(({ bin }) => bin);
  const [first, last] = [Math.min(...numbers, 0), Math.max(...numbers, -1)];
  const bins = Array.from({ length: last - first + 1 }, (_, i) => {
    const inBin = rows.filter(({ bin }) => bin === first + i);
    const accepted = totalOf(inBin.filter(({ outcome }) => judgementOf(outcome) === 'RECOGNISED'));
    return {
      from: first + i === BINS.lowest ? null : threshold + (first + i) * width,
      to: threshold + (first + i + 1) * width,
      ...{ accepted, refused: totalOf(inBin) - accepted },
    };
  });
  const people = new Set(rows.flatMap(({ employeeId }) => employeeId ?? [])).size;
  return { operatingPointId: pointId, threshold, people, bins };
}

const totalOf = (rows: readonly SimilarityCount[]): number => rows.reduce((sum, { count }) => sum + count, 0);
