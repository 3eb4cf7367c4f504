import type { Result } from 'lighthouse';

/** What each page has to reach, of 100; the names are the categories of Lighthouse. */
export const TARGETS = { performance: 85, accessibility: 95, 'best-practices': 95 } as const;

export type Scores = Record<keyof typeof TARGETS, number>;
export type Form = 'desktop' | 'mobile';

/**
 * The categories in which a page has to reach its target. As a phone Lighthouse slows our processor to a fourth, whatever it is: on two
 * shared cores that is no phone of today, so speed is only reported there.
 */
export function judgedOf(form: Form): (keyof Scores)[] {
  const all = Object.keys(TARGETS) as (keyof Scores)[];
  return form === 'desktop' ? all : all.filter((name) => name !== 'performance');
}

/** @throws if Lighthouse could not judge a category: a missing score is no score */
export function scoresOf({ categories }: Result): Scores {
  const scoreOf = (name: keyof typeof TARGETS): number => {
    const score = categories[name]?.score;
    if (score == null) throw new Error(`Lighthouse has no score for ${name}`);
    return Math.round(score * 100);
  };
  return {
    performance: scoreOf('performance'),
    accessibility: scoreOf('accessibility'),
    'best-practices': scoreOf('best-practices'),
  };
}

/** What costs points of accessibility and best practices, one sentence each. */
export function findingsOf({ audits, categories }: Result): string[] {
  const counted = ['accessibility', 'best-practices'].flatMap((name) => categories[name]?.auditRefs ?? []);
  return counted
    .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
    .map(({ id }) => `${id}: ${audits[id]?.title}`);
}

const METRICS = [
  'first-contentful-paint',
  'largest-contentful-paint',
  'total-blocking-time',
  'speed-index',
  'cumulative-layout-shift',
];

/** What performance is made of, and how fast Lighthouse found the processor to be (a desktop of today has 1,500 to 3,000). */
export function metricsOf({ audits, environment }: Result): string {
  const times = METRICS.map((id) => `${id} ${audits[id]?.displayValue ?? '?'}`);
  return [...times, `benchmark index ${environment.benchmarkIndex}`].join(', ');
}

/** The run in the middle by performance: on a busy machine single runs differ by tens of points. */
export function middleOf(runs: readonly Result[]): Result {
  const sorted = [...runs].sort((a, b) => scoresOf(a).performance - scoresOf(b).performance);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error('Lighthouse did not run');
  return middle;
}
