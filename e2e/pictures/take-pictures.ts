import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { expect } from '../fixtures.js';

const DOCS = path.resolve(import.meta.dirname, '../../docs');
export const SCREENS_FOLDER = path.join(DOCS, 'screens');

/** A desk, a tablet held upright and a phone, in CSS pixels. */
export const SIZES = [
  { width: 1440, height: 900 },
  { width: 768, height: 1024 },
  { width: 390, height: 844 },
] as const;
export const SCHEMES = ['light', 'dark'] as const;

/** The page at hand at every size, light and dark, as the window shows it. */
export async function takePictures(page: Page, name: string): Promise<void> {
  for (const size of SIZES)
    for (const colorScheme of SCHEMES)
      await takePicture(page, path.join(SCREENS_FOLDER, `${name}-${size.width}-${colorScheme}.png`), size, colorScheme);
}

/** For the README. */
export async function takeReadmePicture(page: Page): Promise<void> {
  await takePicture(page, path.join(DOCS, 'images/dashboard.png'), { width: 1280, height: 860 }, 'light');
}

async function takePicture(
  page: Page,
  file: string,
  size: { width: number; height: number },
  colorScheme: (typeof SCHEMES)[number],
): Promise<void> {
  await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
  await settle(page);
  // Photos are kept nowhere, and none may be in a picture; the camera shows a drawing.
  await expect(page.locator('img')).toHaveCount(0);
  await mkdir(path.dirname(file), { recursive: true });
  await sharp(await page.screenshot({ animations: 'disabled', caret: 'hide' }))
    .png({ palette: true, effort: 10 })
    .toFile(file);
}

/** Until nothing loads or moves any more that belongs to the page; a subscription stays open for good. */
async function settle(page: Page): Promise<void> {
  await expect(page.locator('.mantine-Skeleton-root, .mantine-Loader-root')).toHaveCount(0);
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined)));
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
  });
}
