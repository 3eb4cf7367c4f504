import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from '@playwright/test';
import { signIn } from '../actors/office.js';
import { launchBrowser } from '../camera/launch-browser.js';
import { ADMIN } from '../server/admin.js';
import { RollcallProcess } from '../server/rollcall-process.js';
import { drawnCameraStream } from './drawn-camera.js';
import { millisecondsToWorkingAfternoon } from './working-hours.js';

const CLOCK = pathToFileURL(path.join(import.meta.dirname, 'shift-clock.mjs'));

/** The demo company on a working afternoon, with a browser in its office. */
export class DemoCompany {
  private constructor(
    private readonly folder: string,
    private readonly rollcall: RollcallProcess,
    private readonly browser: Browser,
    private readonly aheadMs: number,
  ) {}

  static async start(): Promise<DemoCompany> {
    const folder = await mkdtemp(path.join(tmpdir(), 'rollcall-pictures-'));
    const aheadMs = millisecondsToWorkingAfternoon(new Date());
    const rollcall = await RollcallProcess.start({
      dataDir: path.join(folder, 'data'),
      adminEmail: ADMIN.email,
      adminPassword: ADMIN.password,
      isDemo: true,
      nodeOptions: `--import "${CLOCK.href}?ms=${aheadMs}"`,
    });
    process.env.E2E_URL = rollcall.url;
    const camera = path.join(folder, 'camera.mjpeg');
    await writeFile(camera, await drawnCameraStream());
    return new DemoCompany(folder, rollcall, await launchBrowser(camera), aheadMs);
  }

  /** By the clock of the company. */
  now(): Date {
    return new Date(Date.now() + this.aheadMs);
  }

  /** A page whose clock is that of the company; nobody is signed in. */
  async openPage(): Promise<Page> {
    const context = await this.browser.newContext({ baseURL: this.rollcall.url, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.clock.install({ time: this.now() });
    return page;
  }

  async openOffice(): Promise<Page> {
    const page = await this.openPage();
    await signIn(page);
    return page;
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.rollcall.stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}
