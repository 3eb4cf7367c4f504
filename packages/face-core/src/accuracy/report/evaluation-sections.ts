import { escapeHtml } from './escape-html.js';
import { drawDet, drawDiscard, drawRoc, drawScores, nameOf } from './evaluation-plots.js';
import { formatCount, formatInterval, formatRate, formatScore, formatScoreInterval, htmlTable } from './html-table.js';
import type {
  AcquisitionReport,
  EvaluationReport,
  PadEvaluation,
  ProtocolReport,
  RateAtFmr,
  WorstPair,
} from './report.types.js';

/** Parts of the HTML report; each is a piece of HTML whose texts are escaped. */
export function acquisitionSection(acquisition: AcquisitionReport): string {
  const counts = (record: Readonly<Record<string, number>>) =>
    Object.entries(record).map(([key, count]) => [key, String(count)]);
  return [
    '<h2>Acquisition</h2>',
    `<p>Failure to acquire: ${escapeHtml(formatCount(acquisition.failureToAcquire))}.</p>`,
    htmlTable(['outcome', 'photos'], counts(acquisition.byOutcome)),
    '<p>What the gates of a live capture would refuse (the figures with “gates enforced” count these as misses):</p>',
    htmlTable(['refusal', 'photos'], counts(acquisition.refusedByGates)),
  ].join('\n');
}

export function ratesSection(protocol: ProtocolReport): string {
  const { genuine, impostor, eer, foldAccuracy } = protocol;
  const facts = [
    `${genuine.n} genuine comparisons (${genuine.missed} with a missed photo), ${impostor.n} impostor comparisons (${impostor.missed} left out), ${protocol.subjects} subjects.`,
    eer === null ? '' : `Equal error rate ${formatRate(eer.rate)} at ${formatScore(eer.threshold)}.`,
    foldAccuracy === null
      ? ''
      : `Accuracy over ${foldAccuracy.folds.length} folds ${(100 * foldAccuracy.mean).toFixed(2)} % ± ${(100 * foldAccuracy.standardError).toFixed(2)} % (standard error).`,
  ];
  return [
    `<h2>${escapeHtml(nameOf(protocol))}</h2>`,
    `<p>${escapeHtml(facts.join(' '))}</p>`,
    htmlTable(['FMR', 'support', 'false matches', 'threshold', '95 %', 'FNMR', '95 %'], protocol.rates.map(rateRow)),
    '<p>At the shipped operating points:</p>',
    htmlTable(
      ['operating point', 'threshold', 'false matches', 'FMR', '95 %', 'FNMR', '95 %'],
      protocol.operatingPoints.map((point) => [
        point.operatingPointId,
        formatScore(point.threshold),
        String(point.falseMatches),
        point.fmr === null ? `< ${formatRate(point.fmrBelow)}` : formatRate(point.fmr),
        formatInterval(point.fmrInterval),
        formatRate(point.fnmr),
        formatInterval(point.fnmrInterval),
      ]),
    ),
  ].join('\n');
}

function rateRow(rate: RateAtFmr): string[] {
  if (rate.threshold === null) return [rate.targetFmr.toExponential(0), 'refused: below 3/n', '–', '–', '–', '–', '–'];
  return [
    rate.targetFmr.toExponential(0),
    rate.support === 'EXTRAPOLATED' ? 'extrapolated: fewer than 30 false matches' : 'measured',
    String(rate.falseMatches),
    formatScore(rate.threshold),
    formatScoreInterval(rate.thresholdInterval),
    formatRate(rate.fnmr),
    formatInterval(rate.fnmrInterval),
  ];
}

export function plotsSection(protocols: readonly ProtocolReport[]): string {
  const drawn = protocols.filter(({ curve }) => curve.length > 1);
  if (drawn.length === 0) return '';
  const plots = [
    drawRoc(drawn),
    drawDet(drawn),
    ...drawn.flatMap((protocol) => [drawScores(protocol), drawDiscard(protocol)]),
  ];
  return `<div class="plots">${plots
    .filter((plot) => plot !== '')
    .map((plot) => `<figure>${plot}</figure>`)
    .join('\n')}</div>`;
}

const IDENTIFICATION_HEADER = [
  'gallery',
  'threshold',
  'FPIR',
  'strangers AMBIGUOUS',
  'FNIR',
  'of these AMBIGUOUS',
  'of these somebody else named',
  'right, above the threshold and AMBIGUOUS',
];

export function identificationSection(trials: EvaluationReport['identification']): string {
  if (trials.length === 0) return '';
  const rows = trials.flatMap((trial) =>
    trial.points.map((point) => [
      `${trial.gallerySize} people, ${trial.photosPerTemplate} photo(s) each, lead ${formatScore(trial.margin)}`,
      `${formatScore(point.threshold)} ${point.operatingPointId ?? ''}`,
      formatCount(point.fpir),
      formatCount(point.ambiguousStrangers),
      formatCount(point.fnir),
      formatCount(point.ambiguousMated),
      formatCount(point.misnamed),
      formatCount(point.rightButAmbiguous),
    ]),
  );
  return ['<h2>Identification (1:N, open set)</h2>', htmlTable(IDENTIFICATION_HEADER, rows)].join('\n');
}

export function twiceEnrolledSection(trials: EvaluationReport['twiceEnrolled']): string {
  if (trials.length === 0) return '';
  const rows = trials.flatMap((trial) =>
    trial.points.map((point) => [
      `${trial.photosPerTemplate} photo(s) each, lead ${formatScore(trial.margin)}`,
      `${formatScore(point.threshold)} ${point.operatingPointId}`,
      formatCount(point.ambiguous),
    ]),
  );
  return ['<h2>One person enrolled as two</h2>', htmlTable(['templates', 'threshold', 'AMBIGUOUS'], rows)].join('\n');
}

export function duplicatesSection(trials: EvaluationReport['duplicates']): string {
  if (trials.length === 0) return '';
  const rows = trials.flatMap((trial) =>
    trial.points.map((point) => [
      `${trial.gallerySize} people, ${trial.photosPerTemplate} photo(s) each`,
      formatScore(point.threshold),
      formatCount(point.found),
      formatCount(point.falseDuplicates),
    ]),
  );
  const header = ['gallery', 'threshold', 'registered again and found', 'new and taken for somebody else'];
  return ['<h2>Registering twice</h2>', htmlTable(header, rows)].join('\n');
}

export function padSection(pad: PadEvaluation): string {
  const rows = (['model', 'capture'] as const).flatMap((part) => [
    [part, 'attacks taken as bona fide (APCER)', formatCount(pad[part].apcer)],
    ...Object.entries(pad[part].apcerByAttack).map(([name, rate]) => [part, `… ${name}`, formatCount(rate)]),
    [part, 'bona fide frames refused (BPCER)', formatCount(pad[part].bpcer)],
    [part, 'people with every frame refused', formatCount(pad[part].bpcerBySource)],
    [part, 'area under the curve', pad[part].auc === null ? '–' : pad[part].auc.toFixed(4)],
  ]);
  rows.push(
    ['three frames', 'attacks taken as bona fide', formatCount(pad.threeFrames.apcer)],
    ['three frames', 'bona fide refused', formatCount(pad.threeFrames.bpcer)],
    ...pad.byThreshold.flatMap(({ threshold, apcer, bpcer }) => [
      [`model at ${threshold}`, 'attacks taken as bona fide', formatCount(apcer)],
      [`model at ${threshold}`, 'bona fide refused', formatCount(bpcer)],
    ]),
  );
  return [
    '<h2>Presentation attacks</h2>',
    `<p>${escapeHtml(`${pad.dataset}: threshold ${pad.threshold}; frames of ${pad.capture.bonaFideSources} bona fide and ${pad.capture.attackSources} attack recordings. Frames of one recording are not independent: the intervals are too narrow.`)}</p>`,
    htmlTable(['part', 'rate', 'count and 95 %'], rows),
  ].join('\n');
}

export function worstPairsSection(protocol: ProtocolReport, thumbnails: ReadonlyMap<string, string>): string {
  const show = (title: string, pairs: readonly WorstPair[]) =>
    `<h3>${escapeHtml(title)}</h3><ol class="pairs">${pairs.map((pair) => pairItem(pair, thumbnails)).join('\n')}</ol>`;
  return [
    `<h2>Worst pairs, ${escapeHtml(nameOf(protocol))}</h2>`,
    show('Same person, least alike', protocol.worst.genuine),
    show('Different people, most alike', protocol.worst.impostor),
  ].join('\n');
}

function pairItem({ a, b, similarity }: WorstPair, thumbnails: ReadonlyMap<string, string>): string {
  const image = (name: string) => {
    const uri = thumbnails.get(name);
    return uri === undefined ? '' : `<img src="${escapeHtml(uri)}" alt="" width="96" height="96">`;
  };
  return `<li>${image(a)}${image(b)}<span>${formatScore(similarity)}<br>${escapeHtml(a)}<br>${escapeHtml(b)}</span></li>`;
}

export function lookalikesSection(trials: EvaluationReport['lookalikes']): string {
  if (trials.length === 0) return '';
  const rows = trials.flatMap((trial) =>
    trial.points.map((point) => [
      `${trial.photosPerTemplate} photo(s), ${trial.pairs} pairs`,
      formatScore(point.threshold),
      formatCount(point.falseMatches),
      formatCount(point.falseNonMatches),
    ]),
  );
  const header = ['registered with', 'threshold', 'photos of the other that match', 'own photos that do not'];
  return ['<h2>The most similar other person</h2>', htmlTable(header, rows)].join('\n');
}
