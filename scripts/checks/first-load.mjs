import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { gzipSync } from 'node:zlib';

const MANIFEST = 'page_client-reference-manifest.js';

/**
 * The scripts a browser fetches for each page before anything is clicked, as the build of Next.js wrote them down: those of
 * every page, and those of the page, its layouts and what may stand in its place.
 *
 * @param {string} buildDir the folder `.next`
 * @returns {{ route: string, bytes: number, files: number }[]} largest first; bytes after gzip at its default level
 * @throws Error if there is no build
 */
export function firstLoads(buildDir) {
  const { rootMainFiles } = JSON.parse(readFileSync(path.join(buildDir, 'build-manifest.json'), 'utf8'));
  const sizes = new Map();
  const sizeOf = (file) => {
    if (!sizes.has(file)) sizes.set(file, gzipSync(readFileSync(path.join(buildDir, file))).length);
    return sizes.get(file);
  };
  const app = path.join(buildDir, 'server/app');
  const manifests = readdirSync(app, { recursive: true }).filter((name) => path.basename(name) === MANIFEST);
  return manifests
    .map((name) => {
      const files = new Set([...rootMainFiles, ...entryFiles(readFileSync(path.join(app, name), 'utf8'))]);
      const bytes = [...files].reduce((sum, file) => sum + sizeOf(file), 0);
      return { route: routeOf(name), bytes, files: files.size };
    })
    .sort((a, b) => b.bytes - a.bytes);
}

/** The manifest is a script that puts an object into a global one. */
function entryFiles(script) {
  const context = { __RSC_MANIFEST: {} };
  context.globalThis = context;
  vm.runInNewContext(script, context);
  return Object.values(context.__RSC_MANIFEST).flatMap(({ entryJSFiles }) => Object.values(entryJSFiles).flat());
}

/** The address of a page: groups in brackets are none of it. */
function routeOf(manifest) {
  const parts = path.dirname(manifest).split(path.sep);
  return `/${parts.filter((part) => part !== '.' && !/^\(.*\)$/.test(part)).join('/')}`;
}
