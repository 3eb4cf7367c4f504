import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the checkout. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** @param {...string} parts @returns {string} an absolute path below the checkout */
export const inRoot = (...parts) => path.join(ROOT, ...parts);

/** JavaScript entry points of the tools, run with this Node: no shell, no `.cmd` files, no npx banner. */
export const TOOLS = {
  biome: inRoot('node_modules/@biomejs/biome/bin/biome'),
  depcruise: inRoot('node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
  knip: inRoot('node_modules/knip/bin/knip.js'),
  next: inRoot('node_modules/next/dist/bin/next'),
  playwright: inRoot('node_modules/@playwright/test/cli.js'),
  tsc: inRoot('node_modules/typescript/bin/tsc'),
  turbo: inRoot('node_modules/turbo/bin/turbo'),
  vitest: inRoot('node_modules/vitest/vitest.mjs'),
};
