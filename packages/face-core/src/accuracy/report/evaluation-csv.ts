import { csvText } from './csv-text.js';
import type { EvaluationReport, ProtocolReport } from './report.types.js';

/** One row a rate: the figures of the report for a spreadsheet. */
export function ratesCsv({ protocols }: EvaluationReport): string {
  const head = [
    'protocol',
    'gates',
    'target_fmr',
    'support',
    'impostor_n',
    'false_matches',
    'threshold',
    'threshold_low',
    'threshold_high',
    'genuine_n',
    'false_non_matches',
    'fnmr',
    'fnmr_low',
    'fnmr_high',
  ];
  const rows = protocols.flatMap((protocol) =>
    protocol.rates.map((rate) => [
      protocol.protocol,
      protocol.gates,
      rate.targetFmr,
      rate.support,
      protocol.impostor.n,
      rate.falseMatches,
      rate.threshold,
      rate.thresholdInterval?.low ?? null,
      rate.thresholdInterval?.high ?? null,
      protocol.genuine.n,
      rate.falseNonMatches,
      rate.fnmr,
      rate.fnmrInterval?.low ?? null,
      rate.fnmrInterval?.high ?? null,
    ]),
  );
  return csvText([head, ...rows]);
}

/** The points of the ROC and DET curves. */
export function curveCsv(protocols: readonly ProtocolReport[]): string {
  const rows = protocols.flatMap(({ protocol, gates, curve }) =>
    curve.map(({ threshold, fmr, fnmr }) => [protocol, gates, threshold, fmr, fnmr]),
  );
  return csvText([['protocol', 'gates', 'threshold', 'fmr', 'fnmr'], ...rows]);
}
