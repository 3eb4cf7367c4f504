import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Embedding } from '../src/embed/embedding.js';
import { PACK_IDS } from '../src/embed/model-packs.js';
import { FaceEngine } from '../src/engine/face-engine.js';
import { verify } from '../src/match/verify.js';
import { labelledPhotos } from './labels/labelled-faces.js';
import { cropOf, photoPath } from './sample-photos.js';

interface LabelledFace {
  readonly person: string;
  readonly image: Buffer;
}

async function labelledFaces(): Promise<LabelledFace[]> {
  const faces: LabelledFace[] = [];
  for (const { package: packageName, file, faces: rectangles } of labelledPhotos()) {
    const photo = readFileSync(photoPath(packageName, file));
    for (const rectangle of rectangles) {
      faces.push({ person: rectangle.person, image: await cropOf(photo, rectangle).png().toBuffer() });
    }
  }
  return faces;
}

describe.each(PACK_IDS)('all pairs of labelled faces, judged by %s at its shipped operating point', (pack) => {
  let engine: FaceEngine;
  const captured: { person: string; embedding: Embedding }[] = [];
  let shown = 0;

  beforeAll(async () => {
    engine = await FaceEngine.create({ pack, workers: 1, maxQueue: 200 });
    const faces = await labelledFaces();
    shown = faces.length;
    for (const { person, image } of faces) {
      const result = await engine.capture(image, { pad: 'OFF' });
      if (result.outcome === 'CAPTURED') captured.push({ person, embedding: result.embedding });
      else
        console.log(
          `${pack}: a face of ${person} ends as ${result.outcome} ${result.quality?.reasons.join(', ') ?? ''}`,
        );
    }
  });

  afterAll(() => engine.close());

  it('few of the faces are refused before they are compared', () => {
    console.log(`${pack}: ${captured.length} of ${shown} labelled faces captured`);
    expect(shown).toBeGreaterThanOrEqual(70);
    expect(captured.length).toBeGreaterThanOrEqual(shown * 0.95);
  });

  it('the rates are no worse than what was measured on many more photos', () => {
    const point = engine.operatingPoint('VERIFY');
    const count = { genuine: 0, falseNonMatches: 0, impostor: 0, falseMatches: 0 };
    captured.forEach((probe, index) => {
      for (const reference of captured.slice(index + 1)) {
        const isMatch = verify(probe.embedding, [reference.embedding], point).outcome === 'MATCH';
        if (probe.person === reference.person) {
          count.genuine += 1;
          count.falseNonMatches += isMatch ? 0 : 1;
        } else {
          count.impostor += 1;
          count.falseMatches += isMatch ? 1 : 0;
        }
      }
    });
    console.log(`${point.id} at ${point.threshold}:`, count);
    expect(count.genuine).toBeGreaterThanOrEqual(180);
    expect(count.impostor).toBeGreaterThanOrEqual(2000);
    // At the target rate 2,000 impostor pairs give 0.2 false matches; three or more would be a chance of 1 in 1,000.
    expect(count.falseMatches).toBeLessThanOrEqual(2);
    // Measured at this point on far more photos; these are fewer and kinder.
    const measured = point.measurement;
    if (measured === null) throw new Error(`${point.id} was never measured.`);
    expect(count.falseNonMatches / count.genuine).toBeLessThanOrEqual(measured.fnmr);
  });
});
