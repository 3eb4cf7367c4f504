import type { PadPolicy } from '@rollcall/contracts';
import { type CapturedFace, cosineSimilarity, type FaceEngine, type PadReport } from '@rollcall/face-core';
import type { SeenFace, ShownFace } from '../../services/shown-face.js';
import { judgePads, padOfEachFrame } from './pad-verdict.js';

/**
 * One image, or several of the same moment. Of several, those without a usable face are left out, unless none is left: then
 * the first image says why. Presentation attack detection judges all together, and all must show one person.
 *
 * @throws DomainError the errors of image and engine
 */
export async function captureFrames(
  engine: FaceEngine,
  padPolicy: PadPolicy,
  { image, frames }: Pick<ShownFace, 'image' | 'frames'>,
): Promise<SeenFace> {
  if (frames.length === 0) {
    const capture = await engine.capture(image, { pad: padPolicy });
    if (capture.outcome !== 'CAPTURED') return { outcome: capture.outcome, capture, liveness: null };
    return { outcome: 'CAPTURED', capture, probes: [capture.embedding], liveness: null };
  }
  const all = await Promise.all([image, ...frames].map((one) => engine.capture(one, { pad: padOfEachFrame })));
  const [first] = all;
  const pads = all.flatMap(({ pad }): PadReport[] => (pad === null ? [] : [pad]));
  const captured = all.filter((one): one is CapturedFace => one.outcome === 'CAPTURED');
  const [anchor] = captured;
  if (first === undefined) throw new RangeError('There is no image.');
  if (pads.length === 0 || anchor === undefined) {
    const refusal = first.outcome === 'CAPTURED' ? 'PRESENTATION_ATTACK' : first.outcome;
    return { outcome: refusal, capture: first, liveness: null };
  }
  const { pad, isRefused } = judgePads(padPolicy, pads);
  if (isRefused) return { outcome: 'PRESENTATION_ATTACK', capture: { ...anchor, pad }, liveness: null };
  const isOnePerson = captured.every(
    ({ embedding }) => cosineSimilarity(anchor.embedding, embedding) >= engine.samePersonThreshold,
  );
  if (!isOnePerson) {
    const liveness = { failure: 'DIFFERENT_PERSON', completedActions: 0 } as const;
    return { outcome: 'LIVENESS_FAILED', capture: anchor, liveness };
  }
  const [best, ...others] = captured.sort((one, other) => other.quality.score - one.quality.score);
  const capture = { ...(best ?? anchor), pad };
  return {
    outcome: 'CAPTURED',
    capture,
    probes: [capture, ...others].map(({ embedding }) => embedding),
    liveness: null,
  };
}
