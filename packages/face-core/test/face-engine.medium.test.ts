import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { DomainError } from '@rollcall/contracts';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MODEL_PACKS } from '../src/embed/model-packs.js';
import { FaceEngine } from '../src/engine/face-engine.js';
import { ProcessPool } from '../src/engine/process-pool.js';
import { cosineSimilarity, rawDistance, verify } from '../src/match/verify.js';
import type { CapturedFace, CaptureResult } from '../src/pipeline/capture.js';
import { cropOf, SAME_WOMAN, samplePhoto, singleFace } from './sample-photos.js';

const OFF = { pad: 'OFF' } as const;

function captured(result: CaptureResult): CapturedFace {
  if (result.outcome !== 'CAPTURED') throw new Error(`ended as ${result.outcome}`);
  return result;
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (caught: unknown) => caught,
  );
  return error instanceof DomainError ? error.code : `no DomainError: ${String(error)}`;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe('an engine', () => {
  let engine: FaceEngine;
  let photo: Buffer;

  beforeAll(async () => {
    engine = await FaceEngine.create({ workers: 2 });
    photo = await singleFace().jpeg({ quality: 92 }).toBuffer();
  });

  afterAll(() => engine.close());

  it('captures one face with all it found and the time of every stage', async () => {
    const result = captured(await engine.capture(photo, { pad: 'REFUSE' }));
    expect(result.image).toEqual({ width: 600, height: 450 });
    expect(result.embedding.vector).toHaveLength(192);
    expect(Math.hypot(...result.embedding.vector)).toBeCloseTo(1, 5);
    expect(result.pad?.outcome).toBe('BONA_FIDE');
    expect(result.quality.isAcceptable).toBe(true);
    const { queueMs, totalMs, ...stages } = result.timings;
    const names = ['decodeMs', 'detectMs', 'alignMs', 'qualityMs', 'padMs', 'embedMs'];
    expect(Object.keys(stages).sort()).toEqual(names.sort());
    expect(totalMs).toBeGreaterThan(Object.values(stages).reduce((sum, ms) => sum + ms, 0));
    expect(queueMs).toBeLessThan(totalMs);
  });

  it('matches two photos of one woman and not two women', async () => {
    const [one, other] = await Promise.all(
      SAME_WOMAN.map(async (it) =>
        captured(await engine.capture(await cropOf(samplePhoto(it.photo), it.crop).jpeg().toBuffer(), OFF)),
      ),
    );
    const stranger = captured(await engine.capture(photo, OFF));
    const point = engine.operatingPoint('VERIFY');
    expect(verify(one.embedding, [other.embedding], point).outcome).toBe('MATCH');
    expect(verify(one.embedding, [stranger.embedding], point).outcome).toBe('NON_MATCH');
  });

  it('gives the same embedding however the camera was held', async () => {
    const pixels = await singleFace().png().toBuffer();
    const upright = captured(await engine.capture(pixels, OFF));
    for (const [orientation, angle] of [
      [3, 180],
      [6, 270],
      [8, 90],
    ]) {
      const turned = await sharp(pixels).rotate(angle).png().toBuffer();
      const bytes = await sharp(turned).withMetadata({ orientation }).png().toBuffer();
      const { embedding, image, detection } = captured(await engine.capture(bytes, OFF));
      expect(image).toEqual(upright.image);
      expect(detection.box.x).toBeCloseTo(upright.detection.box.x, 0);
      expect(cosineSimilarity(embedding, upright.embedding)).toBeGreaterThan(0.999);
    }
  });

  it('tells no face and several faces, and never chooses among several', async () => {
    const wall = await cropOf(samplePhoto(6), { x: 0, y: 0, width: 420, height: 400 }).jpeg().toBuffer();
    expect(await engine.capture(wall, OFF)).toMatchObject({ outcome: 'NO_FACE', faces: 0, detection: null });
    const group = await engine.capture(samplePhoto(6), OFF);
    expect(group).toMatchObject({ outcome: 'MULTIPLE_FACES', faces: 4, quality: null, pad: null });
    expect(group).not.toHaveProperty('embedding');
  });

  it('makes no embedding of a face of low quality', async () => {
    const blurred = await engine.capture(await singleFace().blur(8).jpeg().toBuffer(), OFF);
    expect(blurred).toMatchObject({ outcome: 'LOW_QUALITY', quality: { reasons: ['BLURRED'] } });
    expect(blurred).not.toHaveProperty('embedding');
  });

  it('answers bad input with a typed error and stays whole', async () => {
    const pids = engine.workerPids();
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99"/>');
    expect(await codeOf(engine.capture(new Uint8Array(0), OFF))).toBe('IMAGE_UNDECODABLE');
    expect(await codeOf(engine.capture(svg, OFF))).toBe('IMAGE_UNDECODABLE');
    expect(await codeOf(engine.capture(Buffer.from('https://example.org/me.jpg'), OFF))).toBe('IMAGE_UNDECODABLE');
    expect(await codeOf(engine.capture(photo.subarray(0, photo.length / 2), OFF))).toBe('IMAGE_UNDECODABLE');
    expect(await codeOf(engine.capture(new Uint8Array(9 * 1024 * 1024), OFF))).toBe('IMAGE_TOO_LARGE');
    expect(engine.workerPids()).toEqual(pids);
    expect((await engine.capture(photo, OFF)).outcome).toBe('CAPTURED');
  });

  it('does the job all the same when the child that had it is killed', async () => {
    const jobs = Array.from({ length: 4 }, () => engine.capture(photo, OFF));
    for (const pid of engine.workerPids()) process.kill(pid, 'SIGKILL');
    expect((await Promise.all(jobs)).map(({ outcome }) => outcome)).toEqual(Array(4).fill('CAPTURED'));
    expect((await engine.capture(photo, OFF)).outcome).toBe('CAPTURED');
  });

  it('finds a job twice lost a fault, and heals', async () => {
    const job = codeOf(engine.capture(photo, OFF));
    // Kills whatever child appears until the job gives up; the two children of the pool may die first without it.
    const hunt = setInterval(() => {
      for (const pid of engine.workerPids()) if (isAlive(pid)) process.kill(pid, 'SIGKILL');
    }, 1);
    const code = await job;
    clearInterval(hunt);
    expect(['INTERNAL_SERVER_ERROR']).toContain(code);
    await expect.poll(() => engine.health().workers, { timeout: 20_000 }).toBe(2);
    expect((await engine.capture(photo, OFF)).outcome).toBe('CAPTURED');
  });
});

describe('an engine of one child', () => {
  it('refuses what does not fit into the queue and does the rest', async () => {
    const engine = await FaceEngine.create({ workers: 1, maxQueue: 3 });
    const photo = await singleFace().jpeg().toBuffer();
    const results = await Promise.allSettled(Array.from({ length: 10 }, () => engine.capture(photo, OFF)));
    const refused = results.flatMap((result) =>
      result.status === 'rejected' ? [(result.reason as DomainError).code] : [],
    );
    expect(refused).toEqual(Array(6).fill('ENGINE_BUSY'));
    expect(engine.health()).toEqual({ workers: 1, idle: 1, queued: 0 });
    await engine.close();
  });

  it('ends a job that hangs together with its child, and goes on with a new one', async () => {
    const engine = await FaceEngine.create({ workers: 1, jobTimeoutMs: 1_500 });
    const photo = await singleFace().jpeg().toBuffer();
    const [pid] = engine.workerPids();
    process.kill(pid, 'SIGSTOP');
    expect(await codeOf(engine.capture(photo, OFF))).toBe('ENGINE_TIMEOUT');
    await expect.poll(() => engine.health().workers, { timeout: 20_000 }).toBe(1);
    expect(isAlive(pid)).toBe(false);
    expect((await engine.capture(photo, OFF)).outcome).toBe('CAPTURED');
    await engine.close();
  });

  it('closes: running images end, waiting ones are refused, no process is left', async () => {
    const engine = await FaceEngine.create({ workers: 1 });
    const photo = await singleFace().jpeg().toBuffer();
    const pids = engine.workerPids();
    const running = engine.capture(photo, OFF);
    const waiting = codeOf(engine.capture(photo, OFF));
    await Promise.all([engine.close(), engine.close()]);
    expect((await running).outcome).toBe('CAPTURED');
    expect(await waiting).toBe('ENGINE_BUSY');
    expect(await codeOf(engine.capture(photo, OFF))).toBe('ENGINE_BUSY');
    expect(pids.map(isAlive)).toEqual([false]);
  });

  it('gives 128-d embeddings whose raw distance is known', async () => {
    const engine = await FaceEngine.create({ workers: 1, pack: 'faceapi-128' });
    const [one, other] = await Promise.all(
      SAME_WOMAN.map(async (it) =>
        captured(await engine.capture(await cropOf(samplePhoto(it.photo), it.crop).jpeg().toBuffer(), OFF)),
      ),
    );
    expect(one.embedding.vector).toHaveLength(128);
    expect(rawDistance(one.embedding, other.embedding)).toBeLessThan(0.6);
    await engine.close();
  });
});

describe('the children', () => {
  it('end when the process that started them is killed', async () => {
    const engineModule = new URL('../dist/index.js', import.meta.url).href;
    const script = `const { FaceEngine } = await import(${JSON.stringify(engineModule)});
      const engine = await FaceEngine.create({ workers: 2 });
      console.log(JSON.stringify(engine.workerPids()));
      process.kill(process.pid, 'SIGKILL');`;
    const run = promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]);
    const { stdout } = await run.catch((error: { stdout: string }) => error);
    const pids: number[] = JSON.parse(stdout);
    expect(pids).toHaveLength(2);
    await expect.poll(() => pids.some(isAlive), { timeout: 10_000 }).toBe(false);
  });

  it('that cannot start let the pool fail with the reason and leave nothing behind', async () => {
    const options = {
      settings: { engine: 'onnx', detector: 'mtcnn', pack: MODEL_PACKS['faceapi-128'], threads: 1 },
      workers: 2,
      maxQueue: 1,
      jobTimeoutMs: 1_000,
    } as const;
    const nowhere = new ProcessPool({ ...options, entry: new URL('./no-such-file.js', import.meta.url) });
    expect(await codeOf(nowhere.start())).toBe('INTERNAL_SERVER_ERROR');
    const badSettings = { ...options.settings, threads: 'x' } as unknown as typeof options.settings;
    const entry = new URL('../dist/worker/face-worker.js', import.meta.url);
    const broken = new ProcessPool({ ...options, settings: badSettings, entry });
    expect(await codeOf(broken.start())).toBe('INTERNAL_SERVER_ERROR');
    expect([...nowhere.pids(), ...broken.pids()]).toEqual([]);
    expect(await codeOf(broken.run({ kind: 'CAPTURE', image: new Uint8Array(1), options: OFF }))).toBe('ENGINE_BUSY');
  });
});
