import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { runFaceBench, runFaceCalibrate, runFaceEvaluate } from '../src/accuracy/index.js';
import { cropOf, SAME_WOMAN, samplePhoto, singleFace } from './sample-photos.js';

const FIXED = { date: '2026-11-24', command: 'rollcall face …' } as const;

/** `ann` twice, `bea` once, and a photo of nobody that the list calls another of Ann. */
async function makeSet(): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), 'set-'));
  for (const person of ['ann', 'bea']) mkdirSync(join(root, person));
  for (const [index, { photo, crop }] of SAME_WOMAN.entries()) {
    await cropOf(samplePhoto(photo), crop)
      .jpeg()
      .toFile(join(root, `ann/${index}.jpg`));
  }
  await singleFace().jpeg().toFile(join(root, 'bea/0.jpg'));
  await sharp({ create: { width: 300, height: 300, channels: 3, background: '#7a8' } })
    .png()
    .toFile(join(root, 'ann/wall.png'));
  writeFileSync(
    join(root, 'pairs.csv'),
    'path_a,path_b,same\nann/0.jpg,ann/1.jpg,1\nann/0.jpg,ann/wall.png,1\nann/0.jpg,bea/0.jpg,0\nann/1.jpg,bea/0.jpg,0\n',
  );
  return root;
}

describe('the accuracy commands on real photos', () => {
  let root: string;

  beforeAll(async () => {
    root = await makeSet();
  });

  it('evaluate counts a photo without a face as an error, matches the others rightly and writes its reports', async () => {
    const out = join(root, 'out');
    const done: number[] = [];
    const { exitCode, report, files } = await runFaceEvaluate({
      ...FIXED,
      pairs: join(root, 'pairs.csv'),
      out,
      onProgress: (progress) => done.push(progress.done),
    });
    expect(exitCode).toBe(0);
    expect(report?.acquisition).toMatchObject({
      byOutcome: { CAPTURED: 3, NO_FACE: 1 },
      missedPhotos: ['ann/wall.png'],
    });
    const [pairs] = report?.protocols ?? [];
    expect(pairs).toMatchObject({ genuine: { n: 2, missed: 1 }, impostor: { n: 2, missed: 0 } });
    // The genuine pair matches at the shipped threshold; the missed one cannot.
    expect(pairs?.operatingPoints[0]).toMatchObject({ falseMatches: 0, fnmr: 0.5 });
    expect(done.at(-1)).toBe(4);
    expect(files).toHaveLength(4);
    const html = readFileSync(join(out, 'report.html'), 'utf8');
    expect(html).toContain('data:image/jpeg;base64,');
    expect(html).toContain('Keep it on this machine');
  });

  it('without thumbnails the report shows no face', async () => {
    const out = join(root, 'plain');
    await runFaceEvaluate({ ...FIXED, pairs: join(root, 'pairs.csv'), out, thumbnails: false });
    expect(readFileSync(join(out, 'report.html'), 'utf8')).not.toContain('data:image');
  });

  it('evaluate names the row of a photo that is not there, and an unknown pack', async () => {
    const broken = join(root, 'broken.csv');
    writeFileSync(broken, 'path_a,path_b,same\nann/0.jpg,ann/9.jpg,1\n');
    expect(await runFaceEvaluate({ ...FIXED, pairs: broken, out: root })).toMatchObject({
      exitCode: 2,
      report: null,
      text: 'broken.csv, row 2: There is no photo "ann/9.jpg".',
    });
    const pairs = join(root, 'pairs.csv');
    expect((await runFaceEvaluate({ ...FIXED, pairs, pack: 'none', out: root })).text).toContain(
      'There is no face pack none',
    );
  });

  it('calibrate embeds a folder of people and keeps the shipped thresholds of so small a gallery', async () => {
    const { exitCode, report } = await runFaceCalibrate({ ...FIXED, gallery: root });
    expect(exitCode).toBe(0);
    expect(report).toMatchObject({ people: 2, templates: 3, impostorComparisons: 2, suspectedDuplicates: [] });
    for (const { measured } of report?.points ?? []) expect(measured.support).toBe('REFUSED');
  });

  it('bench times every stage, one and two workers, and counts the arithmetic of the nets', async () => {
    const { report } = await runFaceBench({ ...FIXED, images: join(root, 'ann'), limit: 2, peers: false });
    expect(Object.keys(report?.stages ?? {}).sort()).toEqual([
      'align',
      'decode',
      'detect',
      'embed',
      'pad',
      'quality',
      'queue',
      'whole',
    ]);
    const shapes = report?.throughput.map(({ workers, threads }) => [workers, threads]);
    expect(shapes?.slice(0, 4)).toEqual([
      [1, 1],
      [1, 2],
      [2, 1],
      [2, 2],
    ]);
    for (const { loopDelay } of report?.throughput ?? []) {
      expect(loopDelay.p50Ms).toBeGreaterThanOrEqual(0);
      expect(loopDelay.maxMs).toBeGreaterThanOrEqual(loopDelay.p50Ms);
    }
    expect(report?.size).toBeNull();
    if (process.platform === 'linux') expect(report?.idleMiB).toBeGreaterThan(50);
    const embedding = report?.nets.find(({ modelId }) => modelId === 'mobilefacenet-192');
    expect(embedding?.megaMacs).toBeCloseTo(234.1, 0);
    for (const { efficiency } of report?.nets ?? []) expect(efficiency).toBeGreaterThan(0);
  });
});
