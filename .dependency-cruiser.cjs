// Who may import what: the rules of ARCHITECTURE.md. `scripts/checks/import-rules.mjs` runs them, and
// `scripts/checks/import-rules.test.mjs` plants one violation of each rule and expects it to be found.

/** Tests and their fixtures may use what they like. */
const TEST = '(\\.test\\.(ts|tsx|mjs)$|/test/|/testing/)';
const OURS = '^(packages|models|apps|e2e)/';
const MONGO = '(^|node_modules/)(mongoose|@typegoose/typegoose|mongodb|mongodb-memory-server-core)(/|$)';
const PROCESSES = '^(node:)?(child_process|worker_threads|cluster)$|(^|node_modules/)(workerpool|tinypool)(/|$)';

/** One rule; `severity` is always error: a warning is a rule nobody keeps. */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** A workspace that may import these of ours and no others (itself always). */
const onlyOurs = (name, folder, allowed) =>
  forbid(
    name,
    `${folder} may import of ours only: ${allowed.join(', ') || 'nothing'}.`,
    { path: `^${folder}/`, pathNot: TEST },
    { path: OURS, pathNot: [folder, ...allowed].map((one) => `^${one}/`) },
  );

const layers = [
  onlyOurs('contracts-import-nothing-of-ours', 'packages/contracts', []),
  forbid(
    'contracts-import-nothing',
    'Everyone imports contracts, the browser too: it stays free of dependencies and of Node.',
    { path: '^packages/contracts/', pathNot: TEST },
    { pathNot: '^packages/contracts/' },
  ),
  onlyOurs('attendance-layer', 'packages/attendance', ['packages/contracts']),
  forbid(
    'attendance-is-pure',
    'Attendance rules read no clock, file or network: the caller hands everything in.',
    { path: '^packages/attendance/src/', pathNot: TEST },
    { dependencyTypes: ['core'] },
  ),
  onlyOurs('models-layer', 'models', ['packages/contracts']),
  onlyOurs('face-core-layer', 'packages/face-core', ['packages/contracts', 'models']),
  forbid(
    'face-core-knows-no-server',
    'The face engine knows nothing of GraphQL or HTTP.',
    { path: '^packages/face-core/', pathNot: TEST },
    { path: '(^|node_modules/)(graphql|type-graphql|express|@apollo/server)(/|$)' },
  ),
  onlyOurs('client-layer', 'packages/client', ['packages/contracts']),
  onlyOurs('db-layer', 'packages/db', ['packages/contracts']),
  onlyOurs('api-layer', 'apps/api', ['packages', 'models']),
  onlyOurs('dashboard-layer', 'apps/dashboard', ['packages/contracts', 'packages/client']),
  onlyOurs('e2e-layer', 'e2e', ['packages/contracts', 'packages/db/(src|dist)/testing']),
  forbid(
    'scripts-need-nothing-installed',
    'The bootstrap runs before the first install, so it imports Node and itself only.',
    { path: '^scripts/', pathNot: TEST },
    { pathNot: ['^scripts/', '^package\\.json$'], dependencyTypesNot: ['core'] },
  ),
];

const places = [
  forbid(
    'mongo-only-in-db',
    'mongoose, Typegoose and the driver stay in packages/db; everybody else uses its repositories.',
    { path: `${OURS}|^scripts/`, pathNot: ['^packages/db/', TEST] },
    { path: MONGO },
  ),
  forbid(
    'processes-only-in-pool-and-embedded-mongo',
    'A process or thread started elsewhere escapes time limits, healing and a clean stop.',
    {
      path: OURS,
      pathNot: [
        '^packages/face-core/src/engine/',
        // Programs to compare with, started by `face bench` only.
        '^packages/face-core/src/accuracy/bench/peers/',
        '^packages/db/src/embedded/',
        // Threads of one command, which waits for them.
        '^apps/api/src/cli/rebuild/',
        '^models/',
        '^e2e/',
        TEST,
      ],
    },
    { path: PROCESSES },
  ),
  forbid(
    'measuring-only-on-the-command-line',
    'The accuracy harness is for measuring: neither the engine nor the server loads it.',
    { path: OURS, pathNot: ['^packages/face-core/src/accuracy/', '^apps/api/src/cli/', TEST] },
    { path: '^packages/face-core/(src|dist)/accuracy/' },
  ),
];

const inModules = '^apps/api/src/modules/';
const modules = [
  forbid(
    'resolver-goes-through-service',
    'A resolver calls its service and a mapper; it never reaches the database or the face engine itself.',
    { path: `${inModules}.+\\.resolver\\.ts$` },
    { path: '^(packages/(db|face-core|attendance)|models)/' },
  ),
  forbid(
    'service-knows-no-graphql',
    'A service does not know how it is asked: no resolver, no GraphQL.',
    { path: `${inModules}.+\\.service\\.ts$` },
    { path: '\\.resolver\\.ts$|(^|node_modules/)(type-graphql|graphql|@apollo/server)(/|$)' },
  ),
  forbid(
    'modules-meet-through-services',
    'What a module does is reached through its service; only what describes its part of the schema is shared.',
    { path: `${inModules}([^/]+)/`, pathNot: TEST },
    { path: inModules, pathNot: [`${inModules}$1/`, '\\.(service|types|inputs|mapper)\\.ts$'] },
  ),
  forbid(
    'services-meet-services',
    'A service uses the service of another module and nothing else of it.',
    { path: `${inModules}([^/]+)/.+\\.service\\.ts$` },
    { path: inModules, pathNot: [`${inModules}$1/`, '\\.service\\.ts$'] },
  ),
];

const hygiene = [
  forbid('no-circular', 'A cycle has no first file to read.', { pathNot: TEST }, { circular: true }),
  forbid(
    'no-orphans',
    'Nobody imports this file and it imports nobody: is it dead?',
    {
      orphan: true,
      pathNot: [TEST, '\\.config\\.(ts|mjs|js)$', '\\.d\\.ts$', '(^|/)index\\.ts$', '^scripts/', '/mutation/'],
    },
    {},
  ),
  // A package of types alone has no file that a resolver could find.
  forbid(
    'no-unresolved',
    'This import leads nowhere.',
    {},
    { couldNotResolve: true, pathNot: '^@graphql-typed-document-node/core$' },
  ),
  forbid(
    'no-deep-imports',
    'A package is used through its exports, not by reaching into its folders.',
    { path: '^(packages|apps|e2e|models)/([^/]+)/' },
    { path: '^(packages|apps|models)/[^/]+/src/', pathNot: ['^$1/$2/', '^models/src/'] },
  ),
  forbid(
    'no-test-code-in-product',
    'What ships imports no test and no test fixture.',
    { path: OURS, pathNot: [TEST, '^e2e/'] },
    { path: TEST, pathNot: 'node_modules' },
  ),
];

module.exports = {
  forbidden: [...layers, ...places, ...modules, ...hygiene],
  options: {
    doNotFollow: { path: ['node_modules', '/dist/', '/\\.next/'] },
    // Next.js writes next-env.d.ts itself; it is not committed and differs by version.
    exclude: {
      path: ['/\\.next/', '/coverage/', '/test-results/', '/playwright-report/', '/next-env\\.d\\.ts$'],
    },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json'],
    },
  },
};
