import type { PadPolicy } from '@rollcall/contracts';
import { type CapturedFace, cosineSimilarity, type FaceEngine, type PadReport } from '@rollcall/face-core';
import { pictureOf, type SeenFace, type ShownFace } from '../../services/shown-face.js';
import { judgePads, padOfEachFrame } from './pad-verdict.js';

interface CapturedFrame {
  readonly image: Uint8Array;
  readonly capture: CapturedFace;
}

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
    const seen = { liveness: null, picture: pictureOf(image, capture) };
    if (capture.outcome !== 'CAPTURED') return { outcome: capture.outcome, capture, ...seen };
    return { outcome: 'CAPTURED', capture, probes: [capture.embedding], ...seen };
  }
  const all = await Promise.all(
    [image, ...frames].map(async (one) => ({
      image: one,
      capture: await engine.capture(one, { pad: padOfEachFrame }),
    })),
  );
  const [first] = all;
  const pads = all.flatMap(({ capture: { pad } }): PadReport[] => (pad === null ? [] : [pad]));
  const captured = all.filter((one): one is CapturedFrame => one.capture.outcome === 'CAPTURED');
  const [anchor] = captured;
  if (first === undefined) throw new RangeError('There is no image.');
  if (pads.length === 0 || anchor === undefined) {
    const { capture } = first;
    const refusal = capture.outcome === 'CAPTURED' ? 'PRESENTATION_ATTACK' : capture.outcome;
    return { outcome: refusal, capture, liveness: null, picture: pictureOf(first.image, capture) };
  }
  const { pad, isRefused } = judgePads(padPolicy, pads);
  const refused = { capture: { ...anchor.capture, pad }, picture: pictureOf(anchor.image, anchor.capture) };
  if (isRefused) return { outcome: 'PRESENTATION_ATTACK', ...refused, liveness: null };
  const isOnePerson = captured.every(
    ({ capture: { embedding } }) => cosineSimilarity(anchor.capture.embedding, embedding) >= engine.samePersonThreshold,
  );
  if (!isOnePerson) {
    const liveness = { failure: 'DIFFERENT_PERSON', completedActions: 0 } as const;
    return { outcome: 'LIVENESS_FAILED', ...refused, capture: anchor.capture, liveness };
  }
  const best = captured.sort((one, other) => other.capture.quality.score - one.capture.quality.score);
  const shown = best[0] ?? anchor;
  return {
    outcome: 'CAPTURED',
    capture: { ...shown.capture, pad },
    probes: best.map(({ capture }) => capture.embedding),
    liveness: null,
    picture: pictureOf(shown.image, shown.capture),
  };
}
