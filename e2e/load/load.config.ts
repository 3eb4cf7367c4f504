import { defineConfig } from '@playwright/test';

/** `npm run check:filter-of-people` measures; it is no test of the product's behaviour and tries nothing twice. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.load.ts',
  outputDir: '../test-results',
  workers: 1,
  timeout: 900_000,
  reporter: 'line',
  globalSetup: '../server/global-setup.ts',
});
