import type { PhotoRemark, RegisterFaceOutcome } from '@rollcall/contracts';
import type { CapturedFace, CaptureResult, Embedding, OperatingPoint } from '@rollcall/face-core';
import { hintsOf, remarkHint } from './capture-hints.js';
import { largestGroup } from './same-person.js';

/** One photo of a registration and how it was judged. */
export interface JudgedImage {
  readonly index: number;
  readonly outcome: RegisterFaceOutcome;
  readonly capture: CaptureResult;
  /** What is odd about it beside the others; null where it has no usable face. */
  readonly remark: PhotoRemark | null;
  readonly hints: readonly string[];
}

type RemarkOn = (index: number) => PhotoRemark | null;

export interface Judgement {
  /** REGISTERED here means: fit to be registered. */
  readonly outcome: RegisterFaceOutcome;
  readonly images: readonly JudgedImage[];
  /** The captures to make the template from; empty unless the outcome is REGISTERED. */
  readonly usable: readonly CapturedFace[];
}

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
  const images = (outcome: RegisterFaceOutcome, remarkOn: RemarkOn): readonly JudgedImage[] =>
    captures.map((capture, index) => judgeImage(capture, index, outcome, remarkOn));
  if (faces.length === 0) {
    const [first] = captures;
    const outcome = first === undefined || first.outcome === 'CAPTURED' ? 'NO_FACE' : first.outcome;
    return { outcome, images: images(outcome, () => null), usable: [] };
  }
  const distinct = faces.filter((face, position) => firstSame(faces, face) === position);
  const embeddings = distinct.map(({ capture }) => capture.embedding);
  const group = largestGroup(embeddings, point);
  if (group.length < distinct.length) {
    const members = new Set(group.length === 1 ? [] : group.map((position) => distinct[position]));
    const odd = faces.filter((face) => !members.has(faces[firstSame(faces, face)]));
    const remarkOn: RemarkOn = (index) => (odd.some((face) => face.index === index) ? 'ODD_ONE_OUT' : null);
    return { outcome: 'INCONSISTENT_IMAGES', images: images('INCONSISTENT_IMAGES', remarkOn), usable: [] };
  }
  if (stored.length > 0 && largestGroup([...embeddings, ...stored], point).length < embeddings.length + stored.length) {
    return {
      outcome: 'INCONSISTENT_IMAGES',
      images: images('INCONSISTENT_IMAGES', () => 'NOT_THE_STORED_FACE'),
      usable: [],
    };
  }
  const isRepeated = (index: number) => !distinct.some((face) => face.index === index);
  return {
    outcome: 'REGISTERED',
    images: images('REGISTERED', (index) => (isRepeated(index) ? 'SAME_PHOTO' : null)),
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
  remarkOn: RemarkOn,
): JudgedImage {
  if (capture.outcome === 'CAPTURED') {
    const remark = remarkOn(index);
    return { index, outcome, capture, remark, hints: remark === null ? [] : [remarkHint(remark)] };
  }
  const hints = hintsOf(capture.outcome, capture.quality?.reasons ?? []);
  return { index, outcome: capture.outcome, capture, remark: null, hints };
}
