import type { Page } from '@playwright/test';
import { signInAnew } from '../actors/office.js';
import { expect, test } from '../fixtures.js';
import { forgetFaces, query } from '../server/graphql.js';

const PEOPLE = 'query ($number: String) { employee(number: $number) { faceStatus consent { id } } }';

/** Counts what a person has to press, and the pages that open. */
async function countSteps(page: Page) {
  const counts = { clicks: 0, pages: 0 };
  await page.exposeFunction('countClick', () => {
    counts.clicks += 1;
  });
  await page.addInitScript(() => {
    const count = (window as unknown as { countClick: () => void }).countClick;
    document.addEventListener('click', (event) => event.isTrusted && count(), { capture: true });
  });
  page.on('load', () => {
    counts.pages += 1;
  });
  return counts;
}

test('from sign-in to one agreed, registered and recognised person on one page, in few clicks', async ({
  openBrowser,
}) => {
  const page = await openBrowser('anna');
  const counts = await countSteps(page);
  const startedAt = Date.now();
  const number = `F${startedAt.toString(36)}`;
  await signInAnew(page);
  await forgetFaces(page);
  await page.goto('/start');
  await page.getByLabel('Employee number').fill(number);
  await page.getByLabel('Name', { exact: true }).fill('Fina First');
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('checkbox', { name: /has read this text and agrees/ }).check();
  await page.getByRole('button', { name: 'Record agreement and go on' }).click();
  await expect(page.locator('video')).toHaveJSProperty('videoWidth', 640);
  await page.getByRole('button', { name: 'Take photo' }).click();
  await page.getByRole('button', { name: 'Register with 1 photo' }).click();
  // Before it the picture is still that of the step before.
  await expect(page.getByText('Fina First is registered.')).toBeVisible();
  await expect(page.locator('video')).toHaveJSProperty('videoWidth', 640);
  await page.getByRole('button', { name: 'Verify face' }).click();
  await expect(page.getByText('Match', { exact: true })).toBeVisible();
  const { employee } = await query<{ employee: object }>(page, PEOPLE, { number });
  expect(employee).toMatchObject({ faceStatus: 'ENROLLED', consent: { id: expect.any(String) } });
  // The sign-in, the overview and the wizard.
  expect(counts.pages).toBe(3);
  expect(counts.clicks).toBeLessThanOrEqual(9);
  console.log(
    `first person: ${counts.clicks} clicks, ${counts.pages} pages, ${Math.round((Date.now() - startedAt) / 1000)} s`,
  );
});
