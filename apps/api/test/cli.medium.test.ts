import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../src/cli/run-cli.js';
import { photos } from './testing/photos.js';

let folder: string;
const file = (name: string) => path.join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'rollcall-cli-'));
  for (const name of ['anna', 'annaAgain', 'ben', 'landscape', 'group'] as const)
    await writeFile(file(`${name}.jpg`), await photos[name]());
  await writeFile(file('text.jpg'), 'this is not an image');
  await writeFile(file('empty.jpg'), '');
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function rollcall(...args: readonly string[]) {
  const lines = { out: [] as string[], error: [] as string[] };
  const terminal = {
    out: (line: string) => void lines.out.push(line),
    error: (line: string) => void lines.error.push(line),
  };
  const code = await runCli(args, terminal);
  return { code, out: lines.out.join('\n'), error: lines.error.join('\n') };
}

describe('rollcall face compare', () => {
  it('says yes to two photos of one person, with everything in JSON', async () => {
    const { code, out, error } = await rollcall('face', 'compare', file('anna.jpg'), file('annaAgain.jpg'), '--json');
    expect([code, error]).toEqual([0, '']);
    const answer = JSON.parse(out);
    expect(answer).toMatchObject({ outcome: 'MATCH', failedImage: null, model: 'mobilefacenet-192', engine: 'onnx' });
    expect(answer.similarity).toBeGreaterThanOrEqual(answer.threshold);
    expect(answer).not.toHaveProperty('rawDistance');
    const stages = {
      decode: expect.any(Number),
      detect: expect.any(Number),
      align: expect.any(Number),
      quality: expect.any(Number),
      pad: expect.any(Number),
      embed: expect.any(Number),
    };
    expect(answer.milliseconds).toMatchObject({
      reference: stages,
      probe: stages,
      match: expect.any(Number),
      total: expect.any(Number),
    });
    expect(out).not.toMatch(/(?:-?\d+\.\d+,?\s*){20}/);
  });

  it('says no to two people, and to a photo without a usable face, with exit code 1', async () => {
    const other = await rollcall('face', 'compare', file('anna.jpg'), file('ben.jpg'));
    expect([other.code, other.out]).toEqual([1, expect.stringContaining('NON_MATCH')]);
    const none = await rollcall('face', 'compare', file('anna.jpg'), file('landscape.jpg'), '--json');
    expect([none.code, JSON.parse(none.out)]).toEqual([
      1,
      expect.objectContaining({ outcome: 'NO_FACE', failedImage: 'PROBE', similarity: null }),
    ]);
    const two = await rollcall('face', 'compare', file('group.jpg'), file('anna.jpg'));
    expect([two.code, two.out]).toEqual([1, expect.stringContaining('MULTIPLE_FACES in the reference')]);
  });

  it('works with the other pack, under its own threshold', async () => {
    const { code, out } = await rollcall(
      'face',
      'compare',
      file('anna.jpg'),
      file('annaAgain.jpg'),
      '--pack',
      'faceapi-128',
      '--json',
    );
    const answer = JSON.parse(out);
    expect([code, answer.model]).toEqual([0, 'faceapi-128']);
    // The customary limit of this net for one person.
    expect(answer.rawDistance).toBeGreaterThan(0);
    expect(answer.rawDistance).toBeLessThan(0.6);
  });

  it('names a pack that is not there, and one the engine cannot run, in one sentence with exit code 2', async () => {
    const photos = [file('anna.jpg'), file('annaAgain.jpg')];
    const unknown = await rollcall('face', 'compare', ...photos, '--pack', 'best');
    expect([unknown.code, unknown.error]).toEqual([2, expect.stringContaining('There is no face pack best; use ')]);
    const unfit = await rollcall('face', 'compare', ...photos, '--pack', 'fusion', '--engine', 'tfjs-wasm');
    expect([unfit.code, unfit.error]).toEqual([2, expect.stringContaining('cannot run the pack fusion')]);
  });

  it.each([
    ['a file that is not there', ['anna.jpg', 'none.jpg'], /There is no file .*none\.jpg\./],
    ['a folder', ['anna.jpg', '.'], /is a folder, not a photo/],
    ['a text', ['text.jpg', 'anna.jpg'], /text\.jpg: The image cannot be read/],
    ['an empty file', ['empty.jpg', 'anna.jpg'], /empty\.jpg: The image cannot be read/],
  ])('names %s in one sentence, with exit code 2', async (_what, names, sentence) => {
    const { code, out, error } = await rollcall('face', 'compare', ...names.map(file));
    expect([code, out]).toEqual([2, '']);
    expect(error).toMatch(sentence);
    expect(error.split('\n')).toHaveLength(1);
  });
});

describe('every command', () => {
  it.each([
    [],
    ['face'],
    ['face', 'compare'],
    ['api-key'],
    ['api-key', 'create'],
    ['api-key', 'rotate'],
    ['user', 'reset-second-factor'],
    ['audit'],
    ['audit', 'verify'],
    ['doctor'],
    ['erase-employee'],
    ['backup'],
    ['restore'],
    ['rotate-master-key'],
  ])('rollcall %s %s explains itself with --help and ends with 0', async (...args) => {
    const { code, out } = await rollcall(...args.filter((arg) => arg !== undefined), '--help');
    expect(code).toBe(0);
    expect(out).toMatch(/^Usage: rollcall/);
  });

  it.each([
    [['dance'], /unknown command 'dance'/],
    [['face', 'dance'], /unknown command 'dance'/],
    [['face', 'compare', 'one.jpg'], /missing required argument 'probe'/],
    [['face', 'compare', 'a', 'b', 'c'], /too many arguments/],
    [['face', 'compare', 'a', 'b', '--engine', 'best'], /'--engine <name>' argument 'best' is invalid/],
    [['face', 'detect', '--labels', 'a.csv', '--detector', 'best'], /no detector best; use mtcnn, ssd-mobilenet-v1/],
    [['face', 'compare', 'a', 'b', '--fast'], /unknown option '--fast'/],
    [['backup'], /Name a file for the data, or one for the keys/],
    [['backup', 'a', 'b'], /too many arguments/],
    [['backup', '--keys'], /argument missing/],
    [['restore'], /missing required argument 'file'/],
    [['restore', 'a', '--force'], /unknown option '--force'/],
    [['erase-employee', '17'], /'--reason <text>' not specified/],
    [['api-key', 'rotate', 'ABC'], /letters a to f only/],
    [['api-key', 'rotate', 'abcdef', '--overlap', '169'], /whole hours, 0 to 168/],
    [['api-key', 'create', '--scope', 'admin'], /'--name <name>' not specified/],
    [['api-key', 'create', '--name', 'x'], /'--scope <scope...>' not specified/],
    [['api-key', 'create', '--name', ' ', '--scope', 'admin'], /It needs 1 to 200 characters/],
    [['api-key', 'create', '--name', 'x', '--scope', 'everything'], /argument 'everything' is invalid/],
    [['api-key', 'create', '--name', 'x', '--scope', 'admin', '--expires', 'soon'], /Write a date such as/],
    [['api-key', 'create', '--name', 'x', '--scope', 'admin', '--expires', '2020-01-01'], /in the past/],
  ])('%j is answered by one clear sentence and exit code 2', async (args, sentence) => {
    const { code, error } = await rollcall(...args);
    expect(code).toBe(2);
    expect(error).toMatch(sentence);
  });
});
