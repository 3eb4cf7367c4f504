import { normalQuantile } from '../metrics/special-functions.js';
import { type Axis, drawPlot, type Line } from './plot.js';
import type { ProtocolReport } from './report.types.js';

/** ROC: the share of genuine comparisons that match over the share of impostor comparisons that do (log scale). */
export function drawRoc(protocols: readonly ProtocolReport[]): string {
  const lowest = lowestFmr(protocols);
  const decades = Math.max(1, Math.ceil(-Math.log10(lowest)));
  const worst = Math.min(0.9, ...protocols.flatMap(({ curve }) => curve.map(({ fnmr }) => 1 - fnmr)));
  const from = Math.floor(worst * 10) / 10;
  return drawPlot({
    title: 'ROC',
    legend: 'left',
    x: {
      label: 'false match rate (FMR)',
      position: (fmr) => 1 + Math.log10(Math.max(fmr, 1e-12)) / decades,
      ticks: Array.from({ length: decades + 1 }, (_, i) => ({ value: 10 ** -i, label: i === 0 ? '1' : `1e−${i}` })),
    },
    y: {
      label: 'true match rate (1 − FNMR)',
      position: (rate) => (rate - from) / (1 - from),
      ticks: Array.from({ length: 6 }, (_, i) => from + ((1 - from) * i) / 5).map((value) => ({
        value,
        label: percent(value),
      })),
    },
    lines: protocols.map((protocol) => ({
      label: nameOf(protocol),
      points: protocol.curve.map(({ fmr, fnmr }) => [fmr, 1 - fnmr] as const),
    })),
  });
}

const DET_TICKS = [1e-6, 1e-5, 1e-4, 1e-3, 0.01, 0.05, 0.2, 0.5];

/** DET with axes of normal deviates (Martin et al. 1997): normally distributed scores give a straight line. */
export function drawDet(protocols: readonly ProtocolReport[]): string {
  const axis = (label: string, lowest: number): Axis => {
    const [from, to] = [normalQuantile(lowest), normalQuantile(0.5)];
    return {
      label,
      position: (rate) => (normalQuantile(Math.min(0.5, Math.max(rate, lowest))) - from) / (to - from),
      ticks: DET_TICKS.filter((tick) => tick >= lowest).map((value) => ({
        value,
        label: value >= 0.01 ? percent(value) : value.toExponential(0),
      })),
    };
  };
  const positive = protocols.flatMap(({ curve }) => curve.map(({ fnmr }) => fnmr)).filter((fnmr) => fnmr > 0);
  const lowestFnmr = Math.max(1e-4, 10 ** Math.floor(Math.log10(Math.min(0.01, ...positive))));
  return drawPlot({
    title: 'DET',
    x: axis('false match rate (FMR), normal deviates', lowestFmr(protocols)),
    y: axis('false non-match rate (FNMR), normal deviates', lowestFnmr),
    lines: protocols.map((protocol) => ({
      label: nameOf(protocol),
      points: protocol.curve.filter(({ fmr }) => fmr <= 0.5).map(({ fmr, fnmr }) => [fmr, fnmr] as const),
    })),
  });
}

/** Histograms of the genuine and impostor similarities, with the thresholds in force. */
export function drawScores(protocol: ProtocolReport): string {
  const { genuine, impostor } = protocol.histogram;
  const highest = Math.max(0.01, ...genuine, ...impostor);
  const line = (label: string, shares: readonly number[]): Line => ({
    label,
    isStepped: true,
    isFilled: true,
    points: [[-1, 0], ...shares.map((share, i) => [-1 + (2 * i) / shares.length, share] as const), [1, 0]],
  });
  return drawPlot({
    title: `Similarities, ${nameOf(protocol)}`,
    x: {
      label: 'similarity (cosine)',
      position: (score) => (score + 0.5) / 1.5,
      ticks: [-0.5, -0.25, 0, 0.25, 0.5, 0.75, 1].map((value) => ({ value, label: String(value) })),
    },
    y: {
      label: 'share of comparisons',
      position: (share) => share / highest,
      ticks: [0, 0.5, 1].map((part) => ({ value: part * highest, label: percent(part * highest) })),
    },
    lines: [line('different people', impostor), line('same person', genuine)],
    legend: 'left',
    marks: protocol.operatingPoints.map(({ threshold, operatingPointId }) => ({
      x: threshold,
      label: operatingPointId.split('/')[1] ?? operatingPointId,
    })),
  });
}

/** Error versus discard: how the FNMR falls when the comparisons of the poorest photos are left out. */
export function drawDiscard(protocol: ProtocolReport): string {
  const { discard } = protocol;
  if (discard === null) return '';
  const highest = Math.max(0.001, ...discard.points.map(({ fnmr }) => fnmr));
  return drawPlot({
    title: `Error versus discard, ${nameOf(protocol)}`,
    x: {
      label: 'share of comparisons left out, poorest photo first',
      position: (share) => share / 0.5,
      ticks: [0, 0.1, 0.2, 0.3, 0.4, 0.5].map((value) => ({ value, label: percent(value) })),
    },
    y: {
      label: `FNMR at the threshold ${discard.threshold.toFixed(3)}`,
      position: (fnmr) => fnmr / highest,
      ticks: [0, 0.5, 1].map((part) => ({ value: part * highest, label: percent(part * highest) })),
    },
    lines: [{ label: '', points: discard.points.map(({ discarded, fnmr }) => [discarded, fnmr] as const) }],
  });
}

export function nameOf({ protocol, gates }: ProtocolReport): string {
  return gates === 'enforced' ? `${protocol}, gates enforced` : protocol;
}

function lowestFmr(protocols: readonly ProtocolReport[]): number {
  return Math.min(0.1, ...protocols.flatMap(({ curve }) => curve.map(({ fmr }) => fmr)));
}

function percent(share: number): string {
  return `${Number((100 * share).toPrecision(3))} %`;
}
