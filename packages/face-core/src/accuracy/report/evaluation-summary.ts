import { nameOf } from './evaluation-plots.js';
import { formatCount, formatInterval, formatRate, formatScore } from './html-table.js';
import type { EvaluationReport, ProtocolReport, RateAtFmr, RateAtThreshold } from './report.types.js';

/** The main figures as lines for a terminal. */
export function summariseEvaluation({
  dataset,
  engine,
  acquisition,
  protocols,
  identification,
  duplicates,
  lookalikes,
  pad,
}: EvaluationReport): string {
  const lines: string[] = [];
  if (dataset !== null && acquisition !== null)
    lines.push(
      `${dataset.name}: ${dataset.photos} photos of ${dataset.subjects} subjects, pack ${engine.pack}`,
      `failure to acquire: ${formatCount(acquisition.failureToAcquire)}`,
      ...dataset.warnings.map((warning) => `label: ${warning}`),
    );
  for (const protocol of protocols) lines.push('', ...protocolLines(protocol));
  for (const trial of identification)
    for (const point of trial.points)
      lines.push(
        '',
        `1:N over ${trial.gallerySize} people, ${trial.photosPerTemplate} photo(s) each, threshold ${formatScore(point.threshold)}:`,
        `  FPIR ${formatCount(point.fpir)}`,
        `  FNIR ${formatCount(point.fnir)}`,
      );
  for (const trial of duplicates)
    for (const point of trial.points)
      lines.push(
        '',
        `registering among ${trial.gallerySize} people, ${trial.photosPerTemplate} photo(s) each, threshold ${formatScore(point.threshold)}:`,
        `  registered again and found      ${formatCount(point.found)}`,
        `  new and taken for somebody else ${formatCount(point.falseDuplicates)}`,
      );
  for (const trial of lookalikes)
    for (const point of trial.points)
      lines.push(
        '',
        `the most similar other person, ${trial.pairs} pairs, ${trial.photosPerTemplate} photo(s) registered, threshold ${formatScore(point.threshold)}:`,
        `  photos of the other that match       ${formatCount(point.falseMatches)}`,
        `  own photos that do not               ${formatCount(point.falseNonMatches)}`,
      );
  if (pad !== null)
    lines.push(
      '',
      `presentation attacks, ${pad.dataset}, threshold ${pad.threshold}:`,
      `  attacks taken as bona fide ${formatCount(pad.capture.apcer)}`,
      `  bona fide refused          ${formatCount(pad.capture.bpcer)}`,
      `  three frames together: attacks taken as bona fide ${formatCount(pad.threeFrames.apcer)}`,
      `  three frames together: bona fide refused          ${formatCount(pad.threeFrames.bpcer)}`,
      `  area under the curve       ${pad.model.auc === null ? '–' : pad.model.auc.toFixed(4)}`,
    );
  return `${lines.join('\n').trimStart()}\n`;
}

function protocolLines(protocol: ProtocolReport): string[] {
  const { genuine, impostor, foldAccuracy, eer } = protocol;
  const header = `${nameOf(protocol)}: ${genuine.n} genuine (${genuine.missed} missed), ${impostor.n} impostor comparisons`;
  const folds = foldAccuracy === null ? [] : [foldLine(foldAccuracy)];
  const equal = eer === null ? [] : [`  equal error rate ${formatRate(eer.rate)}`];
  return [
    header,
    ...folds,
    ...equal,
    ...protocol.rates.map((rate) => rateLine(rate, impostor.n)),
    ...protocol.operatingPoints.map(pointLine),
  ];
}

function foldLine({ folds, mean, standardError }: NonNullable<ProtocolReport['foldAccuracy']>): string {
  return `  accuracy over ${folds.length} folds ${(100 * mean).toFixed(2)} % ± ${(100 * standardError).toFixed(2)} %`;
}

function rateLine({ targetFmr, support, threshold, falseMatches, fnmr, fnmrInterval }: RateAtFmr, n: number): string {
  const at = `  FMR ${targetFmr.toExponential(0)}:`;
  if (threshold === null) return `${at} refused, ${n} comparisons show nothing below ${formatRate(3 / Math.max(1, n))}`;
  const note = support === 'EXTRAPOLATED' ? ` extrapolated from ${falseMatches} false matches` : '';
  return `${at} threshold ${formatScore(threshold)}, FNMR ${formatRate(fnmr)} (${formatInterval(fnmrInterval)})${note}`;
}

function pointLine({
  operatingPointId,
  threshold,
  fmr,
  fmrBelow,
  fmrInterval,
  fnmr,
  fnmrInterval,
}: RateAtThreshold): string {
  const matches =
    fmr === null ? `FMR < ${formatRate(fmrBelow)}` : `FMR ${formatRate(fmr)} (${formatInterval(fmrInterval)})`;
  return `  ${operatingPointId} at ${formatScore(threshold)}: ${matches}, FNMR ${formatRate(fnmr)} (${formatInterval(fnmrInterval)})`;
}
