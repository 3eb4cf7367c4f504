import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { findCutTexts } from '../actors/find-cut-texts.js';
import { signIn } from '../actors/office.js';
import { renderPhoto } from '../camera/render-scene.js';
import { expect, test } from '../fixtures.js';
import { ADMIN } from '../server/admin.js';
import { createEmployee, forgetFaces, query } from '../server/graphql.js';

/** What happens to people while they work: no camera, no server, a session that is over, somebody else at the same thing. */

/** 12 million pixels, as a phone takes them. */
async function largePhoto(): Promise<Buffer> {
  return sharp(await renderPhoto('anna'))
    .resize({ width: 4000, height: 3000, fit: 'cover' })
    .jpeg({ quality: 95 })
    .toBuffer();
}

const faceStatusOf = async (page: Page, id: string): Promise<string> => {
  const text = 'query ($id: ID!) { employee(id: $id) { faceStatus } }';
  return (await query<{ employee: { faceStatus: string } }>(page, text, { id })).employee.faceStatus;
};

async function chooseFile(page: Page, buffer: Buffer): Promise<void> {
  await page.getByText('Photo file', { exact: true }).click();
  await page.locator('input[type=file]').setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer });
}

test('where the camera is blocked it is said how to allow it, and a photo of 12 megapixels registers the face', async ({
  openBrowser,
}) => {
  const page = await openBrowser('anna', 'blocked');
  await signIn(page);
  await forgetFaces(page);
  const anna = await createEmployee(page, 'Anna Ohnekamera');
  await page.goto(`/employees/${anna.id}/register-face`);
  await expect(page.getByText('The camera is blocked for this page.')).toBeVisible();
  await chooseFile(page, await largePhoto());
  await page.getByRole('button', { name: 'Register with 1 photo' }).click();
  await expect(page.getByText('Registered', { exact: true }).first()).toBeVisible();
  expect(await faceStatusOf(page, anna.id)).toBe('ENROLLED');
});

test('a session that ends during a registration leads to the sign-in and back to the same page', async ({
  openBrowser,
}) => {
  const page = await openBrowser('anna');
  await signIn(page);
  await forgetFaces(page);
  const anna = await createEmployee(page, 'Anna Unterbrochen');
  await page.goto(`/employees/${anna.id}/register-face`);
  await chooseFile(page, await renderPhoto('anna'));
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Register with 1 photo' }).click();
  await expect(page).toHaveURL(/\/sign-in\?/);
  await page.getByLabel('E-mail').fill(ADMIN.email);
  await page.getByRole('textbox', { name: 'Password' }).fill(ADMIN.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(new RegExp(`/employees/${anna.id}/register-face`));
  await expect(page.getByText('Photo file', { exact: true })).toBeVisible();
  expect(await faceStatusOf(page, anna.id)).toBe('NOT_ENROLLED');
});

test('what was typed is still there when the server does not answer, and is saved once it does', async ({
  openBrowser,
}) => {
  const page = await openBrowser();
  await signIn(page);
  const name = `Frühschicht ${Date.now()}`;
  await page.goto('/shifts');
  await page.getByRole('button', { name: 'Add shift' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByLabel('Begins').fill('06:00');
  await dialog.getByLabel('Ends').fill('14:00');
  await page.context().setOffline(true);
  await dialog.getByRole('button', { name: 'Add shift' }).click();
  await expect(dialog.getByText('The server does not answer.')).toBeVisible();
  await expect(dialog.getByLabel('Name')).toHaveValue(name);
  await page.context().setOffline(false);
  await dialog.getByRole('button', { name: 'Add shift' }).click();
  await expect(page.getByRole('row', { name: new RegExp(name) })).toContainText('8 h 0 min');
});

test('of two windows that change one shift the later is told, and does not undo what the first saved', async ({
  openBrowser,
}) => {
  const [first, second] = [await openBrowser(), await openBrowser()];
  await signIn(first);
  await signIn(second);
  const name = `Zweimal ${Date.now()}`;
  await query(first, 'mutation ($input: CreateShiftInput!) { createShift(input: $input) { id } }', {
    input: { name, start: '08:00', end: '16:00' },
  });
  for (const page of [first, second]) {
    await page.goto('/shifts');
    await page.getByRole('button', { name: `Actions for ${name}` }).click();
    await page.getByRole('menuitem', { name: 'Edit' }).click();
  }
  await first.getByRole('dialog').getByLabel('Ends').fill('17:00');
  await first.getByRole('dialog').getByRole('button', { name: 'Save shift' }).click();
  await expect(first.getByRole('row', { name: new RegExp(name) })).toContainText('9 h 0 min');
  await second.getByRole('dialog').getByLabel('Ends').fill('12:00');
  await second.getByRole('dialog').getByRole('button', { name: 'Save shift' }).click();
  await expect(second.getByRole('dialog').getByText(/it changed in the meantime/)).toBeVisible();
  await second.reload();
  await expect(second.getByRole('row', { name: new RegExp(name) })).toContainText('9 h 0 min');
});

test('names of 200 characters, in Latin and in Arabic script, break neither list nor page on a phone', async ({
  openBrowser,
}) => {
  const page = await openBrowser();
  await signIn(page);
  const stamp = Date.now().toString(36);
  const people = [
    await createEmployee(page, `${stamp} ${'Maximiliane '.repeat(20)}`.slice(0, 200).trim()),
    await createEmployee(page, `${stamp}${'ü'.repeat(200)}`.slice(0, 200)),
    await createEmployee(page, `${stamp} ${'عبدالرحمن '.repeat(20)}`.slice(0, 200).trim()),
  ];
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of [`/employees?q=${stamp}`, ...people.map(({ id }) => `/employees/${id}`)]) {
    await page.goto(path);
    await expect(page.getByText(stamp).first()).toBeVisible();
    const overhang = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overhang, path).toBeLessThanOrEqual(0);
    expect(await findCutTexts(page), path).toEqual([]);
  }
});
