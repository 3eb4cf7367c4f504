import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { signIn } from '../actors/office.js';
import { expect, test } from '../fixtures.js';
import { ADMIN } from '../server/admin.js';
import { RollcallProcess } from '../server/rollcall-process.js';

const PICTURE = path.resolve(import.meta.dirname, '../../docs/images/dashboard.png');

/** The dashboard keeps no photos, so no face can be in the picture. */
test('the overview of the demo company', async ({ openBrowser }) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'rollcall-pictures-'));
  const dataDir = path.join(folder, 'data');
  const rollcall = await RollcallProcess.start({
    dataDir,
    adminEmail: ADMIN.email,
    adminPassword: ADMIN.password,
    isDemo: true,
  });
  process.env.E2E_URL = rollcall.url;
  const page = await openBrowser();
  await page.setViewportSize({ width: 1280, height: 860 });
  await signIn(page);
  await page.waitForLoadState('networkidle');
  await expect(page.getByText('Who is in today')).toBeVisible();
  await sharp(await page.screenshot())
    .png({ palette: true, effort: 10 })
    .toFile(PICTURE);
  await rollcall.stop();
  await rm(folder, { recursive: true, force: true });
});
