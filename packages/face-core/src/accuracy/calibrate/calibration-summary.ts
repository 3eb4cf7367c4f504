import { formatInterval, formatRate, formatScore } from '../report/html-table.js';
import type { CalibratedPoint, CalibrationReport } from './calibrate.js';

/** The outcome as lines for a terminal. */
export function summariseCalibration(report: CalibrationReport): string {
  const lines = [
    `${report.people} people, ${report.templates} templates of ${report.modelId}: ${report.impostorComparisons} impostor, ${report.genuineComparisons} genuine comparisons`,
    ...report.points.flatMap(pointLines),
    ...(report.suspectedDuplicates.length === 0
      ? []
      : ['', 'As alike as one person enrolled twice; settle these first, then calibrate again:']),
    ...report.suspectedDuplicates.map(
      ({ personA, personB, similarity }) => `  ${personA}  ${personB}  ${formatScore(similarity)}`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}

function pointLines({
  kind,
  targetFmr,
  shipped,
  measured,
  recommendedThreshold,
  isChangeRecommended,
}: CalibratedPoint): string[] {
  const fmr =
    shipped.fmr === null
      ? `below ${formatRate(shipped.fmrBelow)}`
      : `${formatRate(shipped.fmr)} (${formatInterval(shipped.fmrInterval)})`;
  const own =
    measured.threshold === null
      ? 'too few people to measure it'
      : `${formatScore(measured.threshold)}${measured.support === 'EXTRAPOLATED' ? `, extrapolated from ${measured.falseMatches} false matches` : ''}`;
  return [
    '',
    `${kind}, wanted FMR ${targetFmr.toExponential(0)}:`,
    `  shipped threshold ${formatScore(shipped.threshold)}: FMR here ${fmr}`,
    `  threshold for the wanted FMR here: ${own}`,
    isChangeRecommended ? `  raise it to ${formatScore(recommendedThreshold)}` : '  keep the shipped threshold',
  ];
}
