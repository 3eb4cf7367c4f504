import { judgePad, type PadReport } from './pad-report.js';

/**
 * One verdict over several frames of one person: the median score is judged, of an even number the lower middle one. A
 * single bad frame then refuses nobody, and a single good one lets no attack through (docs/adr/0058). One frame without a
 * score leaves it undecided, which refuses.
 *
 * @throws RangeError without a frame
 */
export function padOfFrames(reports: readonly PadReport[]): PadReport {
  const [first] = reports;
  if (first === undefined) throw new RangeError('There is no frame to judge.');
  if (reports.some(({ score }) => score === null)) return judgePad(null, first);
  const scores = reports.flatMap(({ score }) => (score === null ? [] : [score])).sort((one, other) => one - other);
  return judgePad(scores[Math.floor((scores.length - 1) / 2)], first);
}
