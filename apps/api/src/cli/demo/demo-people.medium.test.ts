import { type Embedding, FaceEngine, verify } from '@rollcall/face-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DEMO_PEOPLE } from './demo-people.js';
import { cameraPictureOf, emptyPicture, findPhotos, portraitOf } from './demo-photos.js';

let engine: FaceEngine;
let photos: string;
beforeAll(async () => {
  engine = await FaceEngine.create({ workers: 1 });
  photos = await findPhotos();
});
afterAll(() => engine.close());

const capture = async (image: Promise<Buffer>) => engine.capture(await image, { pad: 'REFUSE' });

it('takes every demo person at the shipped limits, and tells all of them apart', async () => {
  const point = engine.operatingPoint('DUPLICATE');
  const enrolled: Embedding[] = [];
  for (const person of DEMO_PEOPLE) {
    const portrait = await capture(portraitOf(photos, person));
    const pictures = await Promise.all([0, 1, 2].map((variant) => capture(cameraPictureOf(photos, person, variant))));
    expect([person.name, portrait, ...pictures].map((one) => (typeof one === 'string' ? one : one.outcome))).toEqual([
      person.name,
      ...Array(4).fill('CAPTURED'),
    ]);
    if (portrait.outcome === 'CAPTURED') enrolled.push(portrait.embedding);
  }
  const mistaken = enrolled.flatMap((one, index) =>
    enrolled.slice(index + 1).filter((other) => verify(one, [other], point).outcome === 'MATCH'),
  );
  expect(mistaken).toHaveLength(0);
});

it('finds nobody in the picture of the empty chair', async () => {
  expect((await capture(emptyPicture(photos))).outcome).toBe('NO_FACE');
});
