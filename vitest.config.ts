import { defineConfig } from 'vitest/config';

// `unit` needs nothing; `medium` starts a real MongoDB, loads real models or a browser engine.
const shared = {
  environment: 'node' as const,
  // Worker threads abort inside onnxruntime, so tests run in child processes.
  pool: 'forks' as const,
  alias: [{ find: /^graphql$/, replacement: new URL('./node_modules/graphql/index.js', import.meta.url).pathname }],
};

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          // Tests of pure code leave nothing behind, and loading the modules anew for each file took a third of the time.
          isolate: false,
          include: [
            '{packages,apps}/*/{src,test}/**/*.test.ts',
            'apps/dashboard/{app,components,features,i18n,lib,test}/**/*.test.ts',
            'models/{src,test}/**/*.test.ts',
            'scripts/**/*.test.mjs',
          ],
          exclude: ['**/*.medium.test.ts', '**/node_modules/**', '**/dist/**'],
        },
      },
      {
        test: {
          ...shared,
          name: 'medium',
          // What a file starts it stops; loading the modules anew for each file took minutes.
          isolate: false,
          globalSetup: ['./packages/db/src/testing/vitest-global-setup.ts'],
          include: [
            '{packages,apps}/*/{src,test,accuracy}/**/*.medium.test.ts',
            'models/{src,test}/**/*.medium.test.ts',
          ],
          exclude: ['**/node_modules/**', '**/dist/**'],
          testTimeout: 180_000,
          hookTimeout: 300_000,
          maxWorkers: 2, // Limits are for a busy machine, never a promise of speed.
        },
      },
    ],
  },
});
