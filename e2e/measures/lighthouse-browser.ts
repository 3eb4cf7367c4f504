import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { chromium, type Page } from '@playwright/test';
import lighthouse, { desktopConfig, type Flags, type Result } from 'lighthouse';
import {
  type Form,
  findingsOf,
  judgedOf,
  metricsOf,
  middleOf,
  type Scores,
  scoresOf,
  TARGETS,
} from './lighthouse-scores.js';

/** A page that is too slow at first is looked at so many times, and the run in the middle counts. */
const RUNS = 3;

interface LighthouseBrowser {
  /** A tab of the same profile: who signs in here is signed in for Lighthouse. */
  readonly page: Page;
  readonly audit: (address: string, form: Form) => Promise<{ scores: Scores; findings: string[]; runs: number }>;
  readonly close: () => Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

async function runOnce(address: URL, flags: Flags, form: Form): Promise<Result> {
  const run = await lighthouse(address.href, flags, form === 'desktop' ? desktopConfig : undefined);
  if (run === undefined) throw new Error(`Lighthouse gave nothing for ${address.pathname}`);
  const seen = new URL(run.lhr.finalDisplayedUrl).pathname;
  if (seen !== address.pathname) throw new Error(`Lighthouse was sent from ${address.pathname} to ${seen}`);
  return run.lhr;
}

const slowness = (run: Result): string[] => (scoresOf(run).performance < TARGETS.performance ? [metricsOf(run)] : []);

/** One Chromium for a person and for Lighthouse, which empties its cache before each page and keeps its cookies. */
export async function openLighthouse(profile: string, url: string): Promise<LighthouseBrowser> {
  const port = await freePort();
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.ROLLCALL_CHROMIUM,
    chromiumSandbox: process.getuid?.() !== 0,
    args: ['--disable-background-networking', '--disable-component-update', `--remote-debugging-port=${port}`],
    baseURL: url,
    locale: 'en',
    timezoneId: 'Europe/Berlin',
  });
  const flags: Flags = { port, output: 'json', logLevel: 'error', onlyCategories: Object.keys(TARGETS), locale: 'en' };
  return {
    page: await context.newPage(),
    audit: async (address, form) => {
      const runs = [await runOnce(new URL(address, url), flags, form)];
      const isSlow =
        judgedOf(form).includes('performance') && runs.some((run) => scoresOf(run).performance < TARGETS.performance);
      while (isSlow && runs.length < RUNS) runs.push(await runOnce(new URL(address, url), flags, form));
      const middle = middleOf(runs);
      return { scores: scoresOf(middle), findings: [...findingsOf(middle), ...slowness(middle)], runs: runs.length };
    },
    close: () => context.close(),
  };
}
