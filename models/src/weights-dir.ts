import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The workspace's own folder; the same from `src` and from `dist`. */
export const MODELS_DIR = fileURLToPath(new URL('..', import.meta.url));

/** Where the build puts the `.onnx` files. */
export const WEIGHTS_DIR = path.join(MODELS_DIR, 'dist', 'weights');
