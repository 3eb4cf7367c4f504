import { alignRows } from './align-rows.js';
import type { GalleryBenchReport } from './gallery-bench.types.js';

const HEAD = [
  'templates',
  'searches',
  'search p50 ms',
  'p95 ms',
  'held up p50 ms',
  'p95 ms',
  'longest ms',
  'in one go p50 ms',
  'found',
];

/** The report as aligned text for a terminal. */
export function galleryTable({ machine, pack, dimensions, date, galleries }: GalleryBenchReport): string {
  return [
    `${pack}: synthetic vectors of ${dimensions} numbers; half of the searches for people who are there; ${machine.cpu}, ${machine.cores} cores, Node ${machine.node}; ${date}`,
    '',
    alignRows([
      HEAD,
      ...galleries.map(({ templates, search, heldUp, longestHeldUpMs, inOneGo, known, knownFound }) => [
        String(templates),
        String(search.n),
        ...[search.p50Ms, search.p95Ms, heldUp.p50Ms, heldUp.p95Ms, longestHeldUpMs, inOneGo.p50Ms].map((ms) =>
          ms.toFixed(2),
        ),
        `${knownFound} of ${known}`,
      ]),
    ]),
    '',
    'Held up: the longest that anything else had to wait during a search. In one go: the same search without slices, which holds up everything.',
    '',
  ].join('\n');
}
