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
  twiceEnrolled,
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
  lines.push(...identification.flatMap(identificationLines));
  for (const trial of twiceEnrolled)
    lines.push(
      '',
      `one person enrolled as two, ${trial.photosPerTemplate} photo(s) each, lead ${formatScore(trial.margin)}:`,
      ...trial.points.map(
        ({ threshold, ambiguous }) => `  threshold ${formatScore(threshold)}: AMBIGUOUS ${formatCount(ambiguous)}`,
      ),
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
      ...pad.byThreshold.map(
        ({ threshold, apcer, bpcer }) =>
          `  model alone at ${threshold}: attacks taken as bona fide ${formatCount(apcer)}, bona fide refused ${formatCount(bpcer)}`,
      ),
      `  area under the curve       ${pad.model.auc === null ? '–' : pad.model.auc.toFixed(4)}`,
    );
  return `${lines.join('\n').trimStart()}\n`;
}

/** 1:N as it ships: whoever is not far enough ahead of the second person is AMBIGUOUS and not named. */
function identificationLines(trial: EvaluationReport['identification'][number]): string[] {
  const { gallerySize, photosPerTemplate, margin, rankOne } = trial;
  return [
    '',
    `1:N over ${gallerySize} people, ${photosPerTemplate} photo(s) each, lead ${formatScore(margin)}: first rank right ${formatCount(rankOne)}`,
    ...trial.points.flatMap((point) => [
      `  threshold ${formatScore(point.threshold)}${point.operatingPointId === null ? '' : `, ${point.operatingPointId}, which ships for so many`}`,
      `    FPIR ${formatCount(point.fpir)}, AMBIGUOUS ${formatCount(point.ambiguousStrangers)}`,
      `    FNIR ${formatCount(point.fnir)}, AMBIGUOUS ${formatCount(point.ambiguousMated)}, somebody else named ${formatCount(point.misnamed)}`,
      `    right, above the threshold and AMBIGUOUS ${formatCount(point.rightButAmbiguous)}`,
    ]),
  ];
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
