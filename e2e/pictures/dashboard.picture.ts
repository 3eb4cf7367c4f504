import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { signIn } from '../actors/office.js';
import { expect, test } from '../fixtures.js';
import { type DemoCompany, letSomePeopleIn, startDemoCompany } from './demo-company.js';

const DOCS = path.resolve(import.meta.dirname, '../../docs');
const WIDTHS = [
  { width: 1440, height: 900 },
  { width: 768, height: 1024 },
  { width: 390, height: 844 },
] as const;
const SCHEMES = ['light', 'dark'] as const;
/** Half of it is too coarse for small letters, and twice of it is not seen. */
const WEBP_QUALITY = 78;

let demo: DemoCompany;
test.beforeAll(async () => {
  demo = await startDemoCompany();
});
test.afterAll(() => demo.stop());

/** The dashboard keeps no photos and the camera of these browsers shows an empty room, so no face can be in a picture. */
test('the pictures of docs/screens and of the README', async ({ openBrowser }) => {
  const folder = path.join(DOCS, 'screens');
  await mkdir(folder, { recursive: true });
  const page = await openBrowser('nobody');
  for (const [name, address] of [
    ['landing', '/'],
    ['sign-in', '/sign-in'],
  ] as const)
    await take(page, folder, name, address);
  await signIn(page);
  const [first] = await letSomePeopleIn(page);
  const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  const monthAgo = new Date(Date.now() - 27 * 86_400_000).toISOString().slice(0, 10);
  for (const [name, address] of [
    ['overview', '/overview'],
    ['employees', '/employees'],
    ['employee', `/employees/${first?.id}`],
    ['attendance', `/attendance?date=${yesterday}`],
    ['presence', '/presence'],
    ['report', `/reports?kind=MUSTER&from=${monthAgo}&to=${yesterday}`],
    ['roster', '/roster'],
    ['rules', '/rules'],
    ['recognition', '/recognition'],
    ['mark', '/mark'],
    ['help', '/help'],
    ['organisation', '/settings?tab=organisation'],
  ] as const)
    await take(page, folder, name, address);
  await page.setViewportSize({ width: 1280, height: 860 });
  await show(page, '/overview', 'light');
  const picture = sharp(await page.screenshot()).png({ palette: true, effort: 10 });
  await picture.toFile(path.join(DOCS, 'images/dashboard.png'));
});

async function show(page: Page, address: string, colorScheme: (typeof SCHEMES)[number]): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  await page.evaluate(() => document.fonts.ready);
}

async function take(page: Page, folder: string, name: string, address: string): Promise<void> {
  for (const { width, height } of WIDTHS) {
    await page.setViewportSize({ width, height });
    for (const scheme of SCHEMES) {
      await show(page, address, scheme);
      const file = path.join(folder, `${name}-${width}-${scheme}.webp`);
      await sharp(await page.screenshot())
        .webp({ quality: WEBP_QUALITY, effort: 6 })
        .toFile(file);
    }
  }
}
