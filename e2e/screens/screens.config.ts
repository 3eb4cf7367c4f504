import { defineConfig } from '@playwright/test';

/**
 * `npm run check:screens`: how the main screens look, compared with the pictures in `baselines/`; adr/0157 says how to make them anew.
 */
export default defineConfig({
  testDir: '.',
  testMatch: '*.screen.ts',
  globalSetup: '../server/global-setup.ts',
  outputDir: '../test-results',
  snapshotPathTemplate: '{testDir}/baselines/{arg}{ext}',
  workers: 1,
  retries: 1,
  timeout: 240_000,
  expect: {
    timeout: 20_000,
    // Another Chromium draws the edges of letters otherwise: of a full page of text that is less than 2 %, of a missing row more.
    toHaveScreenshot: { maxDiffPixelRatio: 0.02, animations: 'disabled', caret: 'hide', scale: 'css' },
  },
});
