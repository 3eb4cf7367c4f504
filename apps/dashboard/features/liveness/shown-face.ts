import { toImageInput } from '../camera/image-input';

/** A face as the API takes it, with the movements if there were any. */
export interface ShownFace {
  readonly image: { readonly base64: string };
  readonly frames?: { base64: string }[];
  readonly challengeId?: string;
}

/** @param frames more pictures, in order @param challengeId what the frames answer */
export async function toShownFace(image: Blob, frames: readonly Blob[] = [], challengeId?: string): Promise<ShownFace> {
  const [shown, ...more] = await Promise.all([image, ...frames].map(toImageInput));
  if (shown === undefined) throw new Error('There is no picture.');
  return { image: shown, ...(more.length > 0 && { frames: more }), ...(challengeId !== undefined && { challengeId }) };
}
