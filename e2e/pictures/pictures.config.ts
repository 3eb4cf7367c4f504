import { defineConfig } from '@playwright/test';

/** `npm run pictures`: takes the pictures of the README and of docs/screens again. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.picture.ts',
  outputDir: '../test-results',
  workers: 1,
  // The first of them waits for the demo company, which takes minutes on a busy machine.
  timeout: 600_000,
});
