import type { Page } from '@playwright/test';
import { markWithMovements, signIn } from '../actors/office.js';
import { renderPhoto } from '../camera/render-scene.js';
import { expect, test } from '../fixtures.js';
import { createEmployee, forgetFaces, keptOf, query, registerFace } from '../server/graphql.js';

test('a still picture before the camera is asked to move, refused in plain words, and marks nothing', async ({
  openBrowser,
}) => {
  const page = await openBrowser('anna');
  await signIn(page);
  await forgetFaces(page);
  const anna = await createEmployee(page, 'Anna Standbild');
  expect(await registerFace(page, anna, await renderPhoto('anna'))).toBe('REGISTERED');
  await markWithMovements(page, anna.number);
  await expect(page.getByText('Look straight into the camera')).toBeVisible();
  await expect(page.getByText('The movements were not as asked. Try again.')).toBeVisible({ timeout: 45_000 });
  expect(await keptOf(page, anna)).toEqual({ eventCount: 0, attemptOutcomes: ['LIVENESS_FAILED'] });
});

test('where the settings require movements, a photo file is refused with a sentence and the camera asks for them', async ({
  openBrowser,
}) => {
  const page = await openBrowser('anna');
  await signIn(page);
  await forgetFaces(page);
  const anna = await createEmployee(page, 'Anna Vorschrift');
  expect(await registerFace(page, anna, await renderPhoto('anna'))).toBe('REGISTERED');
  await page.goto('/settings?tab=organisation');
  const movements = page.getByRole('combobox', { name: 'Movements at cameras here' });
  await movements.selectOption({ label: 'Required for each face' });
  try {
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText('The settings are saved')).toBeVisible();
    await page.goto('/verify');
    await expect(page.getByText('You will be asked to make a few movements.')).toBeVisible();
    await page.goto('/mark');
    await expect(page.getByText('You will be asked to make a few movements.')).toBeVisible();
    await page.getByText('Photo file', { exact: true }).click();
    const photo = { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: await renderPhoto('anna') };
    await page.locator('input[type=file]').setInputFiles(photo);
    await page.getByLabel('Employee number').fill(anna.number);
    await page.getByRole('button', { name: 'Mark attendance' }).click();
    await expect(page.getByText('A check with movements is required here.')).toBeVisible();
    expect(await keptOf(page, anna)).toEqual({ eventCount: 0, attemptOutcomes: ['LIVENESS_FAILED'] });
  } finally {
    await allowFacesWithoutMovements(page);
  }
});

/** Other tests share the server. */
async function allowFacesWithoutMovements(page: Page): Promise<void> {
  const { settings } = await query<{ settings: { version: number } }>(page, '{ settings { version } }');
  await query(page, 'mutation ($input: UpdateSettingsInput!) { updateSettings(input: $input) { version } }', {
    input: { version: settings.version, livenessPolicy: 'OFF' },
  });
}
