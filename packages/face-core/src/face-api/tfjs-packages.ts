import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** Engines that run face-api itself, with what they need besides it. */
export type TfjsEngine = 'tfjs-node' | 'tfjs-wasm';

const require = createRequire(import.meta.url);
export const FACE_API = '@vladmandic/face-api';
const TFJS_NODE = '@tensorflow/tfjs-node';
/** Of the Node-API version that the package's own loader asks for. */
const BINDING = ['lib', 'napi-v8', 'tfjs_binding.node'] as const;
const NEEDS: Readonly<Record<TfjsEngine, readonly string[]>> = {
  'tfjs-node': [FACE_API, TFJS_NODE],
  'tfjs-wasm': [FACE_API, '@tensorflow/tfjs', '@tensorflow/tfjs-backend-wasm'],
};

/** Why the engine cannot be had on this machine, in one sentence; null if it can. */
export function obstacleTo(engine: TfjsEngine): string | null {
  const missing = NEEDS[engine].find((name) => packageFolder(name) === null);
  if (missing !== undefined) return `The face engine ${engine} needs the package ${missing}; run ${remedyFor(engine)}.`;
  const folder = packageFolder(TFJS_NODE) ?? '';
  if (engine === 'tfjs-node' && !existsSync(path.join(folder, ...BINDING)))
    return `The face engine tfjs-node has no native library yet; run ${remedyFor(engine)}.`;
  return null;
}

function remedyFor(engine: TfjsEngine): string {
  return engine === 'tfjs-node' ? 'npm run engine:tfjs-node' : 'npm install --include=optional';
}

/** The folder of an installed package, or null. */
export function packageFolder(name: string): string | null {
  for (const base of require.resolve.paths(name) ?? []) {
    const folder = path.join(base, name);
    if (existsSync(path.join(folder, 'package.json'))) return folder;
  }
  return null;
}
