import { inRoot } from '../bootstrap/paths.mjs';
import { firstLoads } from './first-load.mjs';

/**
 * What each page of the dashboard makes a browser load before anything is clicked. Exit code 0: no page is over the limit.
 * The dashboard has to be built.
 */
const LIMIT_KIB = 250;
/** Told to the browser for every page, and counted with every page: the ones without an address of their own are not listed. */
const WITHOUT_ADDRESS = new Set(['/_not-found', '/_global-error']);

const rows = firstLoads(inRoot('apps/dashboard/.next')).filter(({ route }) => !WITHOUT_ADDRESS.has(route));
const over = rows.filter(({ bytes }) => bytes > LIMIT_KIB * 1024);
for (const { route, bytes, files } of rows) {
  const size = (bytes / 1024).toFixed(1).padStart(6);
  console.log(`${bytes > LIMIT_KIB * 1024 ? '✗' : ' '} ${size} KiB  ${String(files).padStart(3)} files  ${route}`);
}
if (rows.length === 0) console.error('✗ The build has no page.');
console.log(`First-load JavaScript after gzip: ${rows.length} pages, ${over.length} over ${LIMIT_KIB} KiB`);
process.exit(rows.length > 0 && over.length === 0 ? 0 : 1);
