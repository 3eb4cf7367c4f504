import { TOOLS } from './bootstrap/paths.mjs';
import { runMain } from './bootstrap/say.mjs';
import { findChromium } from './testing/find-chromium.mjs';
import { runStep } from './testing/steps.mjs';

/** Runs Playwright with the browser that is there; arguments go on to it. */
await runMain(async () => {
  const given = process.argv.slice(2);
  const config = given.some((argument) => argument.startsWith('--config')) ? [] : ['--config=e2e/playwright.config.ts'];
  const env = { ROLLCALL_CHROMIUM: await findChromium() };
  process.exitCode = await runStep([TOOLS.playwright, 'test', ...config, ...given], env);
});
