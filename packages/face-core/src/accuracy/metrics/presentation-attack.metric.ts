import { type CountedRate, countedRate } from './intervals.metric.js';

/** What became of one presentation. `score` is null where the detector gave none: that rejects. */
export interface PresentationDecision {
  readonly isBonaFide: boolean;
  readonly attack: string;
  readonly source: string;
  /** 0–1, higher is more bona fide. */
  readonly score: number | null;
  readonly isAccepted: boolean;
}

/** ISO/IEC 30107-3 terms, counts of frames with exact intervals. */
export interface PresentationAttackRates {
  /** Attack frames taken as bona fide, all species together. */
  readonly apcer: CountedRate;
  readonly apcerByAttack: Readonly<Record<string, CountedRate>>;
  /** Bona fide frames refused. */
  readonly bpcer: CountedRate;
  /** Bona fide sources of which every frame was refused: who was refused for good. */
  readonly bpcerBySource: CountedRate;
  /** Chance that a bona fide frame scores above an attack frame; null if one kind has no score. */
  readonly auc: number | null;
  /** Independent recordings behind the frames: the true size of the test. */
  readonly bonaFideSources: number;
  readonly attackSources: number;
}

export function presentationAttackRates(decisions: readonly PresentationDecision[]): PresentationAttackRates {
  const bonaFide = decisions.filter((decision) => decision.isBonaFide);
  const attacks = decisions.filter((decision) => !decision.isBonaFide);
  const species = [...new Set(attacks.map(({ attack }) => attack))].sort();
  const accepted = (list: readonly PresentationDecision[]) => list.filter(({ isAccepted }) => isAccepted).length;
  const sources = groupBySource(bonaFide);
  return {
    apcer: countedRate(accepted(attacks), attacks.length),
    apcerByAttack: Object.fromEntries(
      species.map((name) => {
        const frames = attacks.filter(({ attack }) => attack === name);
        return [name || 'unnamed', countedRate(accepted(frames), frames.length)];
      }),
    ),
    bpcer: countedRate(bonaFide.length - accepted(bonaFide), bonaFide.length),
    bpcerBySource: countedRate(sources.filter((frames) => accepted(frames) === 0).length, sources.length),
    auc: areaUnderCurve(scoresOf(bonaFide), scoresOf(attacks)),
    bonaFideSources: sources.length,
    attackSources: groupBySource(attacks).length,
  };
}

/** A frame without a named source stands for itself. */
function groupBySource(decisions: readonly PresentationDecision[]): PresentationDecision[][] {
  const groups = new Map<string, PresentationDecision[]>();
  decisions.forEach((decision, index) => {
    const key = decision.source === '' ? `#${index}` : decision.source;
    groups.set(key, [...(groups.get(key) ?? []), decision]);
  });
  return [...groups.values()];
}

function scoresOf(decisions: readonly PresentationDecision[]): number[] {
  return decisions.flatMap(({ score }) => (score === null ? [] : [score]));
}

/** Mann and Whitney's statistic as a share: ties count half. */
export function areaUnderCurve(higher: readonly number[], lower: readonly number[]): number | null {
  if (higher.length === 0 || lower.length === 0) return null;
  let wins = 0;
  for (const x of higher) for (const y of lower) wins += x > y ? 1 : x === y ? 0.5 : 0;
  return wins / (higher.length * lower.length);
}
