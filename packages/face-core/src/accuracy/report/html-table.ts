import type { CountedRate, Interval } from '../metrics/intervals.metric.js';
import { escapeHtml } from './escape-html.js';

/** A table of text; every cell is escaped. */
export function htmlTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = (tag: string, row: readonly string[]) =>
    row.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag}>`).join('');
  const body = rows.map((row) => `<tr>${cells('td', row)}</tr>`).join('\n');
  return `<table><thead><tr>${cells('th', head)}</tr></thead><tbody>\n${body}\n</tbody></table>`;
}

/** 0.0371 → `3.71 %`; a rate below a thousandth in powers of ten. */
export function formatRate(rate: number | null): string {
  if (rate === null) return '–';
  if (rate !== 0 && rate < 1e-3) return rate.toExponential(2);
  return `${Number((100 * rate).toPrecision(3))} %`;
}

export function formatInterval(interval: Interval | null): string {
  return interval === null ? '–' : `${formatRate(interval.low)} … ${formatRate(interval.high)}`;
}

export function formatScore(score: number | null): string {
  return score === null ? '–' : score.toFixed(4);
}

export function formatScoreInterval(interval: Interval | null): string {
  return interval === null ? '–' : `${formatScore(interval.low)} … ${formatScore(interval.high)}`;
}

/** `2 of 34 = 5.88 % (0.72 % … 19.7 %)` */
export function formatCount({ count, n, rate, interval }: CountedRate): string {
  return rate === null ? 'none tried' : `${count} of ${n} = ${formatRate(rate)} (${formatInterval(interval)})`;
}
