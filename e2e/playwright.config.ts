import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: './specs',
  globalSetup: './server/global-setup.ts',
  outputDir: './test-results',
  // One browser at a time: the face engine needs the cores, and a slow machine must not look like a wrong answer.
  workers: 1,
  // A second try tells a machine that stumbled from a page that is wrong; the run names each test that needed it.
  retries: 1,
  forbidOnly: true,
  timeout: 240_000,
  expect: { timeout: 45_000 },
  use: { trace: 'on-first-retry', screenshot: 'only-on-failure' },
});
