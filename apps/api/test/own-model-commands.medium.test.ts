import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { formatMasterKeys } from '@rollcall/db';
import { openTestDatabase, type TestDatabase } from '@rollcall/db/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import yazl from 'yazl';
import { OPERATING_POINT_KINDS, resolveModel } from '../../../models/src/index.js';
import { runCli } from '../src/cli/run-cli.js';
import { readAll } from '../src/files/byte-source.js';
import { newId, now } from '../src/services/open-rollcall-database.js';
import { prepareOrganisation } from '../src/services/prepare-organisation.js';
import { photos } from './testing/photos.js';

const OWN_PACK = 'own-192';

let database: TestDatabase;
let folder: string;
const before = { ...process.env };

/** A shipped net, brought along as a model of one's own. */
function ownModels(): string {
  const { path: file, sha256 } = resolveModel('mobilefacenet-192');
  const input = { sizePx: 112, mean: [127.5, 127.5, 127.5], scale: [1 / 128, 1 / 128, 1 / 128] };
  const operatingPoints = OPERATING_POINT_KINDS.map((kind) => ({
    kind,
    threshold: 0.6,
    targetFmr: 0.001,
    impostorPairs: 3_000,
    source: 'a guess',
  }));
  const entry = {
    id: OWN_PACK,
    file,
    sha256,
    dimensions: 192,
    input,
    template: 'arcface',
    operatingPoints,
    identificationMargin: 0.05,
  };
  return JSON.stringify({ packs: [entry] });
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'rollcall-own-'));
  await writeFile(path.join(folder, 'own.json'), ownModels());
  database = await openTestDatabase();
  const organisation = { ROLLCALL_ORGANISATION: 'Test works', ROLLCALL_TIME_ZONE: 'Europe/Berlin' };
  await prepareOrganisation(database, organisation, { now, newId });
});

beforeEach(() => {
  const keys = { MONGODB_URI: database.uri, ROLLCALL_MASTER_KEY: formatMasterKeys(database.masterKeys) };
  Object.assign(process.env, keys, { ROLLCALL_DATA_DIR: folder });
});

afterEach(() => {
  process.env = { ...before };
});

afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

async function rollcall(...args: readonly string[]) {
  const lines: string[] = [];
  const terminal = { out: (line: string) => void lines.push(line), error: (line: string) => void lines.push(line) };
  const code = await runCli(args, terminal);
  return { code, text: lines.join('\n') };
}

async function archiveOfTwo(): Promise<string> {
  const zip = new yazl.ZipFile();
  const rows = 'number,name,consent,consent date\nown-1,Anna,paper,2026-01-15\nown-2,Ben,paper,2026-01-15';
  zip.addBuffer(Buffer.from(rows), 't.csv');
  zip.addBuffer(await photos.anna(), 'own-1.jpg');
  zip.addBuffer(await photos.ben(), 'own-2.jpg');
  zip.end();
  const file = path.join(folder, 'people.zip');
  await writeFile(file, await readAll(zip.outputStream as unknown as AsyncIterable<Uint8Array>));
  return file;
}

describe('with a model of one’s own in the settings', () => {
  it('employees import registers faces with it, and face calibrate judges its points on the stored faces', async () => {
    Object.assign(process.env, { FACE_PACK: OWN_PACK, FACE_MODELS: path.join(folder, 'own.json') });
    const imported = await rollcall('employees', 'import', await archiveOfTwo(), '--json');
    expect([imported.code, JSON.parse(imported.text).counts]).toMatchObject([0, { facesRegistered: 2 }]);
    const stored = await database.nativeDb.collection('faceTemplates').distinct('modelId');
    expect(stored).toEqual([expect.stringMatching(/^own-192-[0-9a-f]{8}$/)]);
    const { code, text } = await rollcall('face', 'calibrate', '--json');
    const report = JSON.parse(text);
    expect([code, report]).toMatchObject([0, { modelId: stored[0], people: 2, templates: 2, impostorComparisons: 1 }]);
    const kinds = report.points.map(
      ({ kind, recommendedThreshold }: { kind: string; recommendedThreshold: number }) => [
        ...[kind, recommendedThreshold],
      ],
    );
    expect(kinds).toEqual(OPERATING_POINT_KINDS.map((kind) => [kind, 0.6]));
    const reasons = await database.nativeDb
      .collection('auditEntries')
      .distinct('details.reason', { action: 'FACE_TEMPLATES_READ' });
    expect(reasons).toContain('CALIBRATE_OPERATING_POINTS');
  });

  it('face calibrate takes another pack when it is named, and of that one nobody is stored', async () => {
    Object.assign(process.env, { FACE_PACK: OWN_PACK, FACE_MODELS: path.join(folder, 'own.json') });
    expect(await rollcall('face', 'calibrate', '--pack', 'faceapi-128')).toEqual({
      code: 2,
      text: 'A calibration needs templates of at least two people.',
    });
  });

  it('a pack that is not there is one sentence, for both', async () => {
    process.env.FACE_PACK = 'nobody-s';
    const sentence = /^There is no face pack nobody-s; use mobilefacenet-192, faceapi-128, fusion\.$/;
    for (const args of [
      ['face', 'calibrate'],
      ['employees', 'import', await archiveOfTwo()],
    ]) {
      const { code, text } = await rollcall(...args);
      expect([code, text]).toEqual([2, expect.stringMatching(sentence)]);
    }
  });

  it('employees import uses the detector of the settings, or says that there is none of that name', async () => {
    Object.assign(process.env, { FACE_ENGINE: 'tfjs-wasm', FACE_PACK: 'faceapi-128', FACE_DETECTOR: 'mtcnn' });
    const { code, text } = await rollcall('employees', 'import', await archiveOfTwo());
    expect([code, text]).toEqual([2, expect.stringContaining('has no detector mtcnn')]);
  });

  it('face detect counts faces with a detector of one’s own, and says which file is not the one of its entry', async () => {
    await writeFile(path.join(folder, 'anna.jpg'), await photos.anna());
    await writeFile(path.join(folder, 'faces.csv'), 'path,clear_faces\nanna.jpg,1');
    const { path: file, sha256 } = resolveModel('detect-faceplugin');
    const input = { widthPx: 320, heightPx: 240, mean: [127, 127, 127], scale: [1 / 128, 1 / 128, 1 / 128] };
    const scores = { smallestFacePx: 16, minScore: 0.6, certainScore: 0.8 };
    const detect = async (hash: string) => {
      const entry = { id: 'own-boxes', file, sha256: hash, input, output: 'boxes', ...scores };
      await writeFile(path.join(folder, 'detectors.json'), JSON.stringify({ detectors: [entry] }));
      const labels = ['--labels', path.join(folder, 'faces.csv'), '--min-face', '60'];
      return rollcall(
        ...['face', 'detect', '--detector', 'own-boxes', ...labels],
        ...['--models', path.join(folder, 'detectors.json')],
      );
    };
    expect(await detect(sha256)).toMatchObject({ code: 0, text: expect.stringContaining('found 1 of 1 marked faces') });
    expect(await detect('a'.repeat(64))).toEqual({
      code: 2,
      text: `A face model is missing, damaged or gave an impossible result. (the model file ${file} has another SHA-256 than its entry)`,
    });
  });
});
