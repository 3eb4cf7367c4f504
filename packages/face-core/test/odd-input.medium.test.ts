import { DomainError } from '@rollcall/contracts';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FaceEngine } from '../src/engine/face-engine.js';
import { verify } from '../src/match/verify.js';
import { renderedBust } from './rendered-bust.js';
import { cropOf, samplePhoto, singleFace } from './sample-photos.js';

/** A face as a child draws it. */
const DRAWING = `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="480">
  <rect width="480" height="480" fill="white"/>
  <circle cx="240" cy="240" r="150" fill="#fdd9b5" stroke="black" stroke-width="6"/>
  <circle cx="185" cy="200" r="18"/><circle cx="295" cy="200" r="18"/>
  <path d="M240 220 L225 270 L250 270" fill="none" stroke="black" stroke-width="6"/>
  <path d="M170 310 Q240 370 310 310" fill="none" stroke="black" stroke-width="8"/>
</svg>`;

const REFUSE = { pad: 'REFUSE' } as const;

describe('odd images', () => {
  let engine: FaceEngine;

  beforeAll(async () => {
    engine = await FaceEngine.create({ workers: 1 });
  });

  afterAll(() => engine.close());

  it('a drawing of a face is nobody', async () => {
    const drawing = await sharp(Buffer.from(DRAWING)).jpeg().toBuffer();
    const result = await engine.capture(drawing, REFUSE);
    expect(result.outcome).not.toBe('CAPTURED');
    expect(result).not.toHaveProperty('embedding');
  });

  it('a face of which half lies outside of the photo makes no embedding', async () => {
    const whole = await engine.capture(await singleFace().jpeg().toBuffer(), { pad: 'OFF' });
    if (whole.detection === null) throw new Error(`ended as ${whole.outcome}`);
    const { x, width } = whole.detection.box;
    const middle = Math.round(x + width / 2);
    const left = await singleFace().png().toBuffer();
    for (const crop of [
      { left: 0, top: 0, width: middle, height: 450 },
      { left: middle, top: 0, width: 600 - middle, height: 450 },
    ]) {
      const half = await engine.capture(await sharp(left).extract(crop).png().toBuffer(), { pad: 'OFF' });
      expect(half.outcome).not.toBe('CAPTURED');
    }
  });

  it('a bust is a face to the detector, and only attack detection keeps it out', async () => {
    const bust = await renderedBust();
    const refused = await engine.capture(bust, REFUSE);
    expect(refused).toMatchObject({ outcome: 'PRESENTATION_ATTACK', pad: { outcome: 'ATTACK' } });
    expect(refused).not.toHaveProperty('embedding');
    // Without it a statue passes: nothing else looks for life in one photo.
    const [stone, person] = await Promise.all(
      [bust, await singleFace().jpeg().toBuffer()].map((image) => engine.capture(image, { pad: 'OFF' })),
    );
    if (stone?.outcome !== 'CAPTURED' || person?.outcome !== 'CAPTURED') throw new Error(`${stone?.outcome}`);
    expect(verify(stone.embedding, [person.embedding], engine.operatingPoint('VERIFY')).outcome).toBe('NON_MATCH');
  });

  it('the same face twice in one photo is two faces', async () => {
    const input = await singleFace().png().toBuffer();
    const both = await sharp({ create: { width: 1200, height: 450, channels: 3, background: '#888' } })
      .composite([
        { input, left: 0, top: 0 },
        { input, left: 600, top: 0 },
      ])
      .jpeg()
      .toBuffer();
    expect(await engine.capture(both, { pad: 'OFF' })).toMatchObject({ outcome: 'MULTIPLE_FACES', faces: 2 });
  });

  it('the back of a photo, a hand and a strip one pixel high are no error', async () => {
    const hand = await cropOf(samplePhoto(6), { x: 0, y: 900, width: 400, height: 300 }).jpeg().toBuffer();
    const strip = await sharp({ create: { width: 3000, height: 1, channels: 3, background: '#777' } })
      .png()
      .toBuffer();
    for (const image of [hand, strip]) expect((await engine.capture(image, REFUSE)).outcome).toBe('NO_FACE');
  });
});

describe('ten thousand requests at once', () => {
  it('are all answered, and one more than fits is refused', async () => {
    const engine = await FaceEngine.create({ workers: 1, maxQueue: 10_000, jobTimeoutMs: 60_000 });
    const nothing = Buffer.from('no image');
    const jobs = Array.from({ length: 10_002 }, () =>
      engine.capture(nothing, REFUSE).then(
        ({ outcome }) => outcome,
        (error: unknown) => (error instanceof DomainError ? error.code : 'FAULT'),
      ),
    );
    const counts = new Map<string, number>();
    for (const answer of await Promise.all(jobs)) counts.set(answer, (counts.get(answer) ?? 0) + 1);
    expect(Object.fromEntries(counts)).toEqual({ IMAGE_UNDECODABLE: 10_001, ENGINE_BUSY: 1 });
    expect(engine.health()).toEqual({ workers: 1, idle: 1, queued: 0 });
    await engine.close();
  });
});
