import { mkdir, writeFile } from 'node:fs/promises';
import { type Browser, test as base, chromium, type Page } from '@playwright/test';
import { renderCameraStream } from './camera/render-scene.js';
import type { SceneName } from './camera/scenes.js';

interface Fixtures {
  /** Opens a fresh browser whose camera shows the scene; several in one test are several people at their computers. */
  openBrowser: (scene?: SceneName) => Promise<Page>;
}

/** Debian's and the user's own Chromium; as root it runs only without its sandbox. */
function launch(args: string[]): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.ROLLCALL_CHROMIUM,
    chromiumSandbox: process.getuid?.() !== 0,
    args: ['--disable-background-networking', '--disable-component-update', '--disable-sync', ...args],
  });
}

function cameraArgs(file: string): string[] {
  return [
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${file}`,
  ];
}

export const test = base.extend<Fixtures>({
  openBrowser: async ({ colorScheme }, use, testInfo) => {
    const browsers: Browser[] = [];
    await use(async (scene = 'nobody') => {
      const file = testInfo.outputPath(`${scene}.mjpeg`);
      await mkdir(testInfo.outputDir, { recursive: true });
      await writeFile(file, await renderCameraStream(scene));
      const browser = await launch(cameraArgs(file));
      browsers.push(browser);
      const context = await browser.newContext({ baseURL: process.env.E2E_URL, colorScheme });
      return context.newPage();
    });
    for (const browser of browsers) await browser.close();
  },
});

export { expect } from '@playwright/test';
