import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { PeerResult } from '../bench.types.js';
import { timeSpread } from '../time-spread.js';
import { oneThreadEnvironment } from './env.js';
import { type PeerAnswer, parsePeerAnswer } from './peer-answer.js';

export interface PeersOptions {
  readonly paths: readonly string[];
  /** Median time of our own whole capture on one thread, in milliseconds. */
  readonly ownMedianMs: number;
  /** A Python that may have `face_recognition`. Default `python3`. */
  readonly python?: string | undefined;
  /** Called before each peer, since a slow one takes minutes. */
  readonly onPeer?: (name: string) => void;
}

interface Peer {
  readonly name: string;
  /** Why it cannot run, or null. */
  readonly obstacle: (options: PeersOptions) => Promise<string | null>;
  readonly run: (options: PeersOptions) => Promise<PeerAnswer>;
}

const WARM_UP_PHOTOS = 3;
const MAX_OUTPUT_BYTES = 16 * 1024 * 1024;
const FACE_API_PROCESS = fileURLToPath(
  new URL('../../../../dist/accuracy/bench/peers/face-api-process.js', import.meta.url),
);

const PYTHON_SCRIPT = `
import json, sys, time
import face_recognition
paths = json.load(sys.stdin)
def describe(path):
    image = face_recognition.load_image_file(path)
    return len(face_recognition.face_encodings(image, face_recognition.face_locations(image)))
for path in paths[:${WARM_UP_PHOTOS}]:
    describe(path)
times, found = [], 0
for path in paths:
    start = time.perf_counter()
    found += 1 if describe(path) > 0 else 0
    times.append((time.perf_counter() - start) * 1000)
print(json.dumps({'version': face_recognition.__version__, 'milliseconds': times, 'facesFound': found}))
`;

const PEERS: readonly Peer[] = [
  {
    name: 'face-api on tfjs-wasm',
    obstacle: async () => missingPackage(['@vladmandic/face-api', '@tensorflow/tfjs', '@tensorflow/tfjs-backend-wasm']),
    run: ({ paths }) => runProcess(process.execPath, [FACE_API_PROCESS, 'wasm', String(WARM_UP_PHOTOS)], paths),
  },
  {
    name: 'face-api on tfjs-node',
    obstacle: async () => missingPackage(['@vladmandic/face-api', '@tensorflow/tfjs-node']),
    run: ({ paths }) => runProcess(process.execPath, [FACE_API_PROCESS, 'node', String(WARM_UP_PHOTOS)], paths),
  },
  {
    name: 'Python face_recognition',
    obstacle: async ({ python = 'python3' }) => {
      try {
        await runProcess(python, ['-W', 'ignore', '-c', 'import face_recognition; print("{}")'], []);
        return null;
      } catch {
        return `${python === 'python3' ? 'python3' : 'the Python given'} cannot import face_recognition`;
      }
    },
    run: ({ paths, python = 'python3' }) => runProcess(python, ['-W', 'ignore', '-c', PYTHON_SCRIPT], paths),
  },
];

/** Runs every peer that is installed, one after another; a missing or failing one is skipped with its reason. */
export async function runPeers(options: PeersOptions): Promise<PeerResult[]> {
  const results: PeerResult[] = [];
  for (const peer of PEERS) {
    options.onPeer?.(peer.name);
    results.push(await runPeer(peer, options));
  }
  return results;
}

async function runPeer({ name, obstacle, run }: Peer, options: PeersOptions): Promise<PeerResult> {
  const reason = await obstacle(options);
  if (reason !== null) return { name, outcome: 'SKIPPED', reason };
  try {
    const { version, milliseconds, facesFound } = await run(options);
    const whole = timeSpread(milliseconds);
    return { name, outcome: 'MEASURED', version, whole, facesFound, ratio: whole.p50Ms / options.ownMedianMs };
  } catch (error) {
    const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'unknown reason';
    return { name, outcome: 'SKIPPED', reason: `it failed: ${message.slice(0, 200)}` };
  }
}

function missingPackage(names: readonly string[]): string | null {
  const require = createRequire(import.meta.url);
  const missing = names.find((name) => {
    try {
      require.resolve(`${name}/package.json`);
      return false;
    } catch {
      return true;
    }
  });
  return missing === undefined ? null : `${missing} is not installed`;
}

function runProcess(file: string, args: readonly string[], paths: readonly string[]): Promise<PeerAnswer> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      file,
      args,
      { maxBuffer: MAX_OUTPUT_BYTES, env: oneThreadEnvironment() },
      (error, stdout) => {
        if (error !== null) return reject(error);
        try {
          resolve(paths.length === 0 ? { version: '', milliseconds: [], facesFound: 0 } : parsePeerAnswer(stdout));
        } catch (cause) {
          reject(cause);
        }
      },
    );
    // A peer that ends before it has read everything must not end us.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(JSON.stringify(paths));
  });
}
