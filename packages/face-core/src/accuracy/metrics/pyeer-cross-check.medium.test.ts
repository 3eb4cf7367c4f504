import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { equalErrorRate } from './error-curve.metric.js';
import { fnmr, genuineScores } from './genuine-scores.js';
import { ImpostorScores } from './impostor-scores.js';
import { seededRandom } from './seeded-random.js';
import { normalQuantile } from './special-functions.js';
import { thresholdAtFmr } from './threshold-at-fmr.metric.js';

/** An independent implementation of the same rates, from PyPI. */
const PYEER = 'pyeer==0.5.6';
const VENV = fileURLToPath(new URL('../../../../../.cache/pyeer-0.5.6/', import.meta.url));
const PYTHON = join(VENV, 'bin', 'python');

/** The Python that can import pyeer, or the reason why there is none. */
function findPyeer(): { readonly python: string } | { readonly reason: string } {
  try {
    if (!existsSync(PYTHON)) {
      mkdirSync(VENV, { recursive: true });
      execFileSync('python3', ['-m', 'venv', VENV], { stdio: 'pipe' });
    }
    execFileSync(PYTHON, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', PYEER], { stdio: 'pipe' });
    execFileSync(PYTHON, ['-c', 'import pyeer.eer_info'], { stdio: 'pipe' });
    return { python: PYTHON };
  } catch (error) {
    return {
      reason: `${PYEER} cannot be installed: ${error instanceof Error ? error.message.split('\n')[0] : 'unknown'}`,
    };
  }
}

const SCRIPT = `
import json, sys, numpy as np
from pyeer.eer_info import get_eer_stats
scores = json.load(sys.stdin)
s = get_eer_stats(np.array(scores['genuine']), np.array(scores['impostor']))
curve = [[float(x) for x in row] for row in zip(s.thrs, s.fmr, s.fnmr)]
print(json.dumps({'eer': float(s.eer), 'curve': curve}))
`;

interface PyeerAnswer {
  readonly eer: number;
  readonly curve: readonly (readonly [threshold: number, fmr: number, fnmr: number])[];
}

/** Normal scores with three decimals, so that there are ties, from a seed. */
function madeUpScores(n: number, mean: number, deviation: number, seed: number): number[] {
  const random = seededRandom(seed);
  return Array.from({ length: n }, () => {
    const score = mean + deviation * normalQuantile((random.nextBelow(1_000_000) + 0.5) / 1_000_000);
    return Math.round(1_000 * Math.max(-0.999, Math.min(0.999, score))) / 1_000;
  });
}

it('FMR and FNMR at every threshold and the EER agree with pyeer', ({ skip }) => {
  const found = findPyeer();
  if ('reason' in found) return skip(found.reason);
  const scores = { genuine: madeUpScores(3_000, 0.45, 0.12, 1), impostor: madeUpScores(60_000, 0.05, 0.1, 2) };
  const answer = execFileSync(found.python, ['-W', 'ignore', '-c', SCRIPT], {
    input: JSON.stringify(scores),
    maxBuffer: 2 ** 24,
  });
  const theirs: PyeerAnswer = JSON.parse(answer.toString());
  const indexes = Uint32Array.from(scores.genuine, (_, i) => i);
  const genuine = genuineScores(Float64Array.from(scores.genuine), indexes, indexes);
  const gathered = new ImpostorScores(scores.impostor.length);
  scores.impostor.forEach((score, i) => {
    gathered.add(score, i, i);
  });
  const impostor = gathered.finish();
  expect(theirs.curve.length).toBeGreaterThan(500);
  for (const [threshold, theirFmr, theirFnmr] of theirs.curve) {
    expect(impostor.fmr(threshold)).toBeCloseTo(theirFmr, 12);
    expect(fnmr(genuine, threshold)).toBeCloseTo(theirFnmr, 12);
  }
  // Where the steps of the curves straddle the EER each side may take either; a step here is 0.001 wide.
  expect(Math.abs((equalErrorRate(genuine, impostor)?.rate ?? 1) - theirs.eer)).toBeLessThan(1e-3);
  const threshold = thresholdAtFmr(impostor, 1e-3) ?? Number.NaN;
  const [, fmrHere] = theirs.curve.find(([candidate]) => candidate >= threshold) ?? [];
  expect(fmrHere).toBeLessThanOrEqual(1e-3);
});
