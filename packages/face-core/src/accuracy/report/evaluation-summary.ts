import { nameOf } from './evaluation-plots.js';
import { formatCount, formatInterval, formatRate, formatScore } from './html-table.js';
import type { EvaluationReport, ProtocolReport } from './report.types.js';

/** The main figures as lines for a terminal. */
export function summariseEvaluation({
  dataset,
  engine,
  acquisition,
  protocols,
  identification,
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
  if (pad !== null)
    lines.push(
      '',
      `presentation attacks, ${pad.dataset}, threshold ${pad.threshold}:`,
      `  attacks taken as bona fide ${formatCount(pad.capture.apcer)}`,
      `  bona fide refused          ${formatCount(pad.capture.bpcer)}`,
      `  area under the curve       ${pad.model.auc === null ? '–' : pad.model.auc.toFixed(4)}`,
    );
  return `${lines.join('\n').trimStart()}\n`;
}

function protocolLines(protocol: ProtocolReport): string[] {
  const { genuine, impostor, foldAccuracy } = protocol;
  return [
    `${nameOf(protocol)}: ${genuine.n} genuine (${genuine.missed} missed), ${impostor.n} impostor comparisons`,
    ...(foldAccuracy === null
      ? []
      : [
          `  accuracy over ${foldAccuracy.folds.length} folds ${(100 * foldAccuracy.mean).toFixed(2)} % ± ${(100 * foldAccuracy.standardError).toFixed(2)} %`,
        ]),
    ...protocol.rates.map(({ targetFmr, support, threshold, falseMatches, fnmr, fnmrInterval }) =>
      threshold === null
        ? `  FMR ${targetFmr.toExponential(0)}: refused, ${impostor.n} comparisons show nothing below ${formatRate(3 / Math.max(1, impostor.n))}`
        : `  FMR ${targetFmr.toExponential(0)}: threshold ${formatScore(threshold)}, FNMR ${formatRate(fnmr)} (${formatInterval(fnmrInterval)})${support === 'EXTRAPOLATED' ? ` extrapolated from ${falseMatches} false matches` : ''}`,
    ),
  ];
}
