import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OperatingPoint } from '@rollcall/models';
import { describe, expect, it } from 'vitest';
import type { PairDataset } from '../datasets/photo-set.js';
import type { EmbeddedPhotos } from '../evaluate/embed-photos.js';
import { measureMatching } from '../evaluate/evaluate.js';
import { seededRandom } from '../metrics/seeded-random.js';
import { csvText } from './csv-text.js';
import { renderEvaluationHtml } from './evaluation-html.js';
import { summariseEvaluation } from './evaluation-summary.js';
import type { EvaluationReport } from './report.types.js';
import { METHOD, NOT_TESTED } from './statements.js';
import { writeEvaluation } from './write-evaluation.js';

const SUBJECTS = 60;
const PHOTOS_EACH = 5;
const DIMENSIONS = 16;
const HOSTILE = '<img src=x onerror=alert(1)>.jpg';

/** Made-up people: a random direction each, photos scattered around it. The last photo is missed. */
function madeUp(): { dataset: PairDataset; embedded: EmbeddedPhotos } {
  const random = seededRandom(5);
  const noise = () => random.nextBelow(2_001) / 1_000 - 1;
  const total = SUBJECTS * PHOTOS_EACH;
  const vectors = new Float32Array(total * DIMENSIONS);
  const centres = Array.from({ length: SUBJECTS * DIMENSIONS }, noise);
  for (let photo = 0; photo < total; photo++) {
    const subject = Math.floor(photo / PHOTOS_EACH);
    const row = Array.from({ length: DIMENSIONS }, (_, i) => centres[subject * DIMENSIONS + i] + 0.9 * noise());
    const norm = Math.hypot(...row);
    vectors.set(
      row.map((value) => value / norm),
      photo * DIMENSIONS,
    );
  }
  const isCaptured = new Uint8Array(total).fill(1);
  isCaptured[total - 1] = 0;
  const names = Array.from({ length: total }, (_, i) =>
    i === 0 ? HOSTILE : `p${Math.floor(i / PHOTOS_EACH)}/${i}.jpg`,
  );
  const subjects = Uint32Array.from({ length: total }, (_, i) => Math.floor(i / PHOTOS_EACH));
  const a = Uint32Array.from({ length: 100 }, (_, i) => i % 50);
  const b = a.map((photo, i) => (i < 50 ? (photo % 5 === 4 ? photo - 1 : photo + 1) : photo + 100));
  const isSame = Uint8Array.from({ length: 100 }, (_, i) => (i < 50 ? 1 : 0));
  const folds = Int32Array.from({ length: 100 }, (_, i) => 1 + (i % 2));
  return {
    dataset: {
      name: 'made-up',
      photos: { names, root: '', subjects, subjectCount: SUBJECTS },
      pairs: { a, b, isSame, folds },
      warnings: [],
    },
    embedded: {
      outcomes: Array.from({ length: total }, (_, i) => ({
        outcome: i === total - 1 ? 'NO_FACE' : 'CAPTURED',
        refusal: i === total - 1 ? 'NO_FACE' : null,
        quality: 0.5,
        padScore: null,
        box: null,
      })),
      dimensions: DIMENSIONS,
      vectors,
      isCaptured,
      isAdmitted: isCaptured,
    },
  };
}

const POINT: OperatingPoint = {
  id: 'made-up/verify/1',
  kind: 'VERIFY',
  modelId: 'made-up',
  threshold: 0.99,
  targetFmr: 1e-4,
  impostorPairs: null,
  measurement: null,
  isProvisional: true,
  version: 1,
  source: 'made up for this test',
};

function report(): EvaluationReport {
  const { dataset, embedded } = madeUp();
  return {
    schemaVersion: 1,
    kind: 'face-evaluation',
    date: '2026-11-24',
    command: 'rollcall face evaluate',
    machine: { cpu: 'test', cores: 1, memoryGiB: 1, node: 'v20', platform: 'linux x64' },
    dataset: { name: dataset.name, photos: SUBJECTS * PHOTOS_EACH, subjects: SUBJECTS, warnings: [] },
    engine: { engine: 'onnx', pack: 'made-up', modelId: 'made-up', detector: 'mtcnn', isMirrorAveraged: false },
    ...measureMatching(
      { isAllPairs: true, operatingPoints: [POINT], identificationMargin: 0.3, replicates: 50 },
      dataset,
      embedded,
    ),
    pad: null,
    method: METHOD,
    notTested: NOT_TESTED,
  };
}

describe('the evaluation report', () => {
  const made = report();
  const allPairs = made.protocols.find(({ protocol }) => protocol === 'all-pairs');

  it('compares every pair once and counts a missed photo against the genuine side', () => {
    expect(allPairs?.genuine).toEqual({ n: 60 * 10, missed: 4 });
    expect(allPairs?.impostor).toEqual({ n: (300 * 299) / 2 - 600 - 295, missed: 295 });
    for (const { fnmr } of allPairs?.rates ?? []) if (fnmr !== null) expect(fnmr).toBeGreaterThanOrEqual(4 / 600);
  });

  it('gives no figure below 3/n, marks what rests on few errors, and measures the rest', () => {
    expect(allPairs?.rates.map(({ support }) => support)).toEqual([
      'MEASURED',
      'MEASURED',
      'EXTRAPOLATED',
      'REFUSED',
      'REFUSED',
    ]);
    for (const rate of allPairs?.rates ?? []) if (rate.support === 'REFUSED') expect(rate.fnmr).toBeNull();
    for (const rate of allPairs?.rates ?? [])
      if (rate.threshold !== null)
        expect(rate.falseMatches).toBeLessThanOrEqual(rate.targetFmr * (allPairs?.impostor.n ?? 0));
  });

  it('counts 1:N once for each size and template, with the lead, at the point that ships for so many', () => {
    expect(made.identification.map(({ gallerySize, photosPerTemplate }) => [gallerySize, photosPerTemplate])).toEqual([
      [59, 1],
      [59, 3],
    ]);
    const [trial] = made.identification;
    expect(trial?.margin).toBe(0.3);
    const shipped = trial?.points.at(-1);
    expect(shipped).toMatchObject({ operatingPointId: 'made-up/verify/1', threshold: 0.99 });
    const loosest = trial?.points[0];
    expect(loosest?.ambiguousMated.count).toBeGreaterThan(0);
    expect(made.twiceEnrolled[0]).toMatchObject({ margin: 0.3, photosPerTemplate: 1 });
    const text = summariseEvaluation(made);
    expect(text).toContain('1:N over 59 people, 1 photo(s) each, lead 0.3000');
    expect(text).toContain('threshold 0.9900, made-up/verify/1, which ships for so many');
    expect(text).toMatch(/FNIR \d+ of \d+ = .*AMBIGUOUS \d+ of/);
    expect(text).toContain('one person enrolled as two, 1 photo(s) each, lead 0.3000:');
    expect(renderEvaluationHtml(made, new Map())).toContain('One person enrolled as two');
  });

  it('an operating point without enough false matches shows an upper bound instead of a rate', () => {
    const [point] = allPairs?.operatingPoints ?? [];
    expect(point?.falseMatches).toBeLessThan(3);
    expect(point).toMatchObject({ fmr: null, fmrBelow: 3 / (allPairs?.impostor.n ?? 1), fmrInterval: null });
  });

  it('three photos of a person do better than one', () => {
    const errors = (name: string) =>
      made.protocols.find(({ protocol }) => protocol === name)?.rates[1]?.fnmr ?? Number.NaN;
    expect(errors('three-photo-enrolment')).toBeLessThan(errors('one-photo-enrolment'));
  });

  it('the HTML loads nothing from outside, escapes names and says what was not tested', () => {
    const html = renderEvaluationHtml(made, new Map());
    expect(html).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org\/2000\/svg)|onerror=alert\(1\)>/);
    expect(html).toContain("default-src 'none'");
    expect(html).toContain('30107-3');
    expect(html).not.toContain('<img');
    expect(
      renderEvaluationHtml(
        made,
        new Map([[made.protocols[0]?.worst.genuine[0]?.a ?? '', 'data:image/jpeg;base64,AA==']]),
      ),
    ).toContain('<img src="data:image/jpeg;base64,AA=="');
  });

  it('the summary says refused where a figure is refused', () => {
    expect(summariseEvaluation(made)).toMatch(/FMR 1e-6: refused, \d+ comparisons show nothing below/);
  });

  it('is written where only its owner reads it, and holds no vector', async () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'report-')), 'out');
    const files = await writeEvaluation(folder, made, new Map());
    expect(statSync(folder).mode & 0o077).toBe(0);
    for (const file of files) expect(statSync(file).mode & 0o077).toBe(0);
    const json = readFileSync(join(folder, 'report.json'), 'utf8');
    expect(JSON.parse(json)).toMatchObject({ kind: 'face-evaluation', date: '2026-11-24' });
    expect(json).not.toContain('vector');
    expect(readFileSync(join(folder, 'rates.csv'), 'utf8').split('\r\n')[0]).toContain('target_fmr,support');
  });

  it('CSV fields with commas and quotes survive', () => {
    expect(csvText([['a,b', 'c"d', null, 1]])).toBe('"a,b","c""d",,1\r\n');
  });
});
