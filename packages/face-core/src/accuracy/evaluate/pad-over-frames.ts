import { padOfFrames } from '../../pad/pad-of-frames.js';
import { judgePad } from '../../pad/pad-report.js';
import { type CountedRate, countedRate } from '../metrics/intervals.metric.js';
import type { PresentationDecision } from '../metrics/presentation-attack.metric.js';

/** The decision over three frames of one recording, as verification takes it when it is sent several. */
export interface PadOverFrames {
  /** Groups of attack frames taken as bona fide. */
  readonly apcer: CountedRate;
  /** Groups of bona fide frames refused. */
  readonly bpcer: CountedRate;
}

const FRAMES = 3;

/** Groups are three frames that follow each other in one named recording, none in two groups; others are left out. */
export function padOverFrames(decisions: readonly PresentationDecision[], threshold: number): PadOverFrames {
  const recordings = new Map<string, PresentationDecision[]>();
  for (const decision of decisions) {
    if (decision.source === '') continue;
    const key = `${decision.isBonaFide} ${decision.source}`;
    recordings.set(key, [...(recordings.get(key) ?? []), decision]);
  }
  const groups = [...recordings.values()].flatMap((frames) =>
    Array.from({ length: Math.floor(frames.length / FRAMES) }, (_, i) => frames.slice(i * FRAMES, (i + 1) * FRAMES)),
  );
  const isTaken = (frames: readonly PresentationDecision[]) =>
    padOfFrames(frames.map(({ score }) => judgePad(score, { threshold, modelId: 'pad' }))).outcome === 'BONA_FIDE';
  const [bonaFide, attacks] = [true, false].map((kind) => groups.filter(([first]) => first?.isBonaFide === kind));
  const count = (list: readonly (readonly PresentationDecision[])[] = [], taken: boolean) =>
    countedRate(list.filter((frames) => isTaken(frames) === taken).length, list.length);
  return { apcer: count(attacks, true), bpcer: count(bonaFide, false) };
}
