import type { RegisterFaceOutcome } from '@rollcall/contracts';
import type { CapturedFace, CaptureResult, Embedding, OperatingPoint } from '@rollcall/face-core';
import { hintsOf } from './capture-hints.js';
import { largestGroup } from './same-person.js';

/** One photo of a registration and how it was judged. */
export interface JudgedImage {
  readonly index: number;
  readonly outcome: RegisterFaceOutcome;
  readonly capture: CaptureResult;
  readonly hints: readonly string[];
}

export interface Judgement {
  /** REGISTERED here means: fit to be registered. */
  readonly outcome: RegisterFaceOutcome;
  readonly images: readonly JudgedImage[];
  /** The captures to make the template from; empty unless the outcome is REGISTERED. */
  readonly usable: readonly CapturedFace[];
}

const ODD_ONE_OUT = 'This photo does not look like the same person as the others.';
const SAME_PHOTO = 'This photo is the same as another one and counts once. Take another one.';
const NOT_THE_STORED_FACE = 'These photos do not look like the person who is registered already.';

/**
 * Judges the photos of a registration. A photo without a usable face is left out as long as another one can be used;
 * the photos that can be used must all show one person, and so must what is stored already. A photo that comes again, in
 * another file or not, is one photo: it has one vote about who is shown, and counts once in the template.
 *
 * @param stored templates in force that stay; empty if there are none or they are replaced
 */
export function judgeRegistration(
  captures: readonly CaptureResult[],
  stored: readonly Embedding[],
  point: OperatingPoint,
): Judgement {
  const faces = captures.flatMap((capture, index) => (capture.outcome === 'CAPTURED' ? [{ capture, index }] : []));
  const images = (
    outcome: RegisterFaceOutcome,
    hintsFor: (index: number) => readonly string[],
  ): readonly JudgedImage[] => captures.map((capture, index) => judgeImage(capture, index, outcome, hintsFor));
  if (faces.length === 0) {
    const [first] = captures;
    const outcome = first === undefined || first.outcome === 'CAPTURED' ? 'NO_FACE' : first.outcome;
    return { outcome, images: images(outcome, () => []), usable: [] };
  }
  const distinct = faces.filter((face, position) => firstSame(faces, face) === position);
  const embeddings = distinct.map(({ capture }) => capture.embedding);
  const group = largestGroup(embeddings, point);
  if (group.length < distinct.length) {
    const members = new Set(group.length === 1 ? [] : group.map((position) => distinct[position]));
    const odd = faces.filter((face) => !members.has(faces[firstSame(faces, face)]));
    const hintsFor = (index: number) => (odd.some((face) => face.index === index) ? [ODD_ONE_OUT] : []);
    return { outcome: 'INCONSISTENT_IMAGES', images: images('INCONSISTENT_IMAGES', hintsFor), usable: [] };
  }
  if (stored.length > 0 && largestGroup([...embeddings, ...stored], point).length < embeddings.length + stored.length) {
    return {
      outcome: 'INCONSISTENT_IMAGES',
      images: images('INCONSISTENT_IMAGES', () => [NOT_THE_STORED_FACE]),
      usable: [],
    };
  }
  const isRepeated = (index: number) => !distinct.some((face) => face.index === index);
  const hintsFor = (index: number) => (isRepeated(index) ? [SAME_PHOTO] : []);
  return {
    outcome: 'REGISTERED',
    images: images('REGISTERED', hintsFor),
    usable: distinct.map(({ capture }) => capture),
  };
}

interface Face {
  readonly capture: CapturedFace;
  readonly index: number;
}

/** Where the same photo came first. Equal pixels give equal vectors to the last bit, and no two photos do. */
function firstSame(faces: readonly Face[], { capture }: Face): number {
  const { vector } = capture.embedding;
  return faces.findIndex((other) => other.capture.embedding.vector.every((value, i) => value === vector[i]));
}

/** The same photos under another outcome of the whole, for example DUPLICATE_FACE. */
export function withOutcome(judgement: Judgement, outcome: RegisterFaceOutcome): Judgement {
  const images = judgement.images.map((image) =>
    image.capture.outcome === 'CAPTURED' ? { ...image, outcome } : image,
  );
  return { outcome, images, usable: [] };
}

function judgeImage(
  capture: CaptureResult,
  index: number,
  outcome: RegisterFaceOutcome,
  hintsFor: (index: number) => readonly string[],
): JudgedImage {
  if (capture.outcome === 'CAPTURED') return { index, outcome, capture, hints: hintsFor(index) };
  return { index, outcome: capture.outcome, capture, hints: hintsOf(capture.outcome, capture.quality?.reasons ?? []) };
}
