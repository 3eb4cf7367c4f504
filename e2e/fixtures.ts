import { mkdir, writeFile } from 'node:fs/promises';
import { type Browser, test as base, type Page } from '@playwright/test';
import { type CameraAccess, launchBrowser } from './camera/launch-browser.js';
import { renderCameraStream } from './camera/render-scene.js';
import type { SceneName } from './camera/scenes.js';

interface Fixtures {
  /** Opens a fresh browser whose camera shows the scene; several in one test are several people at their computers. */
  openBrowser: (scene?: SceneName, access?: CameraAccess) => Promise<Page>;
}

export const test = base.extend<Fixtures>({
  openBrowser: async ({ colorScheme }, use, testInfo) => {
    const browsers: Browser[] = [];
    await use(async (scene = 'nobody', access = 'allowed') => {
      const file = testInfo.outputPath(`${scene}.mjpeg`);
      await mkdir(testInfo.outputDir, { recursive: true });
      await writeFile(file, await renderCameraStream(scene));
      const browser = await launchBrowser(file, access);
      browsers.push(browser);
      const context = await browser.newContext({ baseURL: process.env.E2E_URL, colorScheme });
      return context.newPage();
    });
    for (const browser of browsers) await browser.close();
  },
});

export { expect } from '@playwright/test';
