import { defineConfig } from '@playwright/test';

/** What is measured at a browser and has a target; `npm run check:filter-of-people` and `npm run check:lighthouse` name the file. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.measure.ts',
  outputDir: '../test-results',
  reporter: 'list',
  workers: 1,
  timeout: 900_000,
  expect: { timeout: 45_000 },
  use: { actionTimeout: 30_000, navigationTimeout: 60_000 },
});
