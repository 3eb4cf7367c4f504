/** Where Node.js would find a package that a place depends on: beside it, or in a folder above. */
function* places(from, name) {
  const parts = from.split('/node_modules/');
  for (let depth = parts.length; depth > 0; depth -= 1) {
    yield `${parts.slice(0, depth).join('/node_modules/')}/node_modules/${name}`;
  }
  const workspace = from.split('/node_modules/')[0];
  if (!workspace.startsWith('node_modules/')) yield `${workspace}/node_modules/${name}`;
  yield `node_modules/${name}`;
}

/**
 * What would make `npm ci` refuse a lockfile, or the lockfile tell where it was made.
 *
 * npm writes a lockfile without complaint when a registry lacks the binary of some platform, and then refuses that same
 * lockfile: so every optional dependency must be locked too.
 *
 * @param {Record<string, { version?: string, resolved?: string, link?: boolean, dependencies?: object, optionalDependencies?: object }>} packages
 * @returns {string[]} findings, empty if all is well
 */
export function findLockfileFaults(packages) {
  const findings = [];
  for (const [place, entry] of Object.entries(packages)) {
    const wanted = Object.keys({ ...entry.dependencies, ...entry.optionalDependencies });
    for (const name of wanted) {
      if (![...places(place, name)].some((candidate) => candidate in packages)) {
        findings.push(`${place || 'the root'} needs ${name}, which is not locked`);
      }
    }
    if (entry.resolved?.startsWith('http')) findings.push(`${place} names the address of a registry`);
  }
  return findings;
}
