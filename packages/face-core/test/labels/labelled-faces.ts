import { readFileSync } from 'node:fs';
import type { Rectangle } from '../sample-photos.js';

export interface LabelledPhoto {
  readonly package: string;
  readonly file: string;
  readonly faces: readonly (Rectangle & { readonly person: string })[];
}

/** The faces whose owner can be told by eye, as rectangles; the photos themselves come from npm packages. */
export function labelledPhotos(): readonly LabelledPhoto[] {
  const text = readFileSync(new URL('./sample-faces.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { photos: LabelledPhoto[] }).photos;
}
