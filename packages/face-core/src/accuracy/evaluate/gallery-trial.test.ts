import { expect, it } from 'vitest';
import type { PhotoSet } from '../datasets/photo-set.js';
import { type GalleryTrialOptions, galleryTrial } from './gallery-trial.js';

/** Four people on the axes of a space, two photos each; the second photo of the last person was missed. */
const vectors = new Float32Array(8 * 4);
for (let photo = 0; photo < 8; photo++) vectors[photo * 4 + Math.floor(photo / 2)] = 1;
const photos: PhotoSet = {
  names: Array.from({ length: 8 }, (_, i) => `${i}.jpg`),
  root: '',
  subjects: Uint32Array.from({ length: 8 }, (_, i) => Math.floor(i / 2)),
  subjectCount: 4,
};
const isAcquired = Uint8Array.of(1, 1, 1, 1, 1, 1, 1, 0);

const trial = (table: Float32Array, options: Partial<GalleryTrialOptions> & { readonly threshold: number }) =>
  galleryTrial({ vectors: table, dimensions: 4, isAcquired }, photos, {
    gallerySize: 3,
    margin: 0,
    points: [{ id: 'p', threshold: options.threshold }],
    ...options,
  });

/** The second photo of the first person, moved this far towards the second person. */
function leaning(towards: number): Float32Array {
  const alike = vectors.slice();
  alike.set([Math.sqrt(1 - towards * towards), towards, 0, 0], 0);
  alike.set([Math.sqrt(1 - towards * towards), towards, 0, 0], 4);
  return alike;
}

it('every photo is searched as a stranger, and once more as itself if it was not enrolled', () => {
  const found = trial(vectors, { threshold: 0.5 });
  expect(found).toMatchObject({ gallerySize: 3, nonMated: 8, mated: 4 });
  // Strangers are at right angles; of the mates only the missed photo is not found.
  expect(found?.points.at(-1)).toMatchObject({ operatingPointId: 'p', fpir: { count: 0 }, fnir: { count: 1 } });
});

it('nobody is a mated search without a full template', () => {
  expect(trial(vectors, { threshold: 0.5, photosPerTemplate: 2 })).toBeNull();
});

it('a stranger who looks like somebody enrolled is counted, unless the gallery has no room for whom', () => {
  const counts = [1, 2, 3].map(
    (gallerySize) => trial(leaning(0.9), { threshold: 0.85, gallerySize })?.points.at(-1)?.fpir.count,
  );
  expect(counts.at(-1)).toBe(4);
  expect(counts[0]).toBeLessThan(4);
});

it('who leads the second person by less than the margin is named no more', () => {
  // Of the first two people each photo is 1 alike to the own template and 0.9 to the other's; one of their galleries holds the other.
  const pointWith = (margin: number) => trial(leaning(0.9), { threshold: 0.85, margin })?.points.at(-1);
  expect(pointWith(0.09)).toMatchObject({ ambiguousMated: { count: 0 }, rightButAmbiguous: { count: 0, n: 3 } });
  expect(pointWith(0.11)).toMatchObject({ ambiguousMated: { count: 1 }, rightButAmbiguous: { count: 1, n: 3 } });
});
