import { defineConfig } from '@playwright/test';

/** `npm run pictures`: takes the pictures of the README again. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.picture.ts',
  outputDir: '../test-results',
  workers: 1,
  timeout: 300_000,
});
