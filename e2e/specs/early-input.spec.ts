import type { Page } from '@playwright/test';
import { signIn } from '../actors/office.js';
import { expect, test } from '../fixtures.js';
import { ADMIN } from '../server/admin.js';
import { createEmployee, query } from '../server/graphql.js';

/** The page comes at once, its scripts when they are released: a slow network. */
async function holdScripts(page: Page): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

test('what is typed and chosen before the scripts of a page are there filters the list', async ({ openBrowser }) => {
  const page = await openBrowser();
  await signIn(page);
  const word = `Früh${Date.now().toString(36)}`;
  const [stays, leaves] = [await createEmployee(page, `Anna ${word}`), await createEmployee(page, `Bert ${word}`)];
  await query(page, 'mutation ($id: ID!) { deactivateEmployee(id: $id) { id } }', { id: leaves.id });
  const release = await holdScripts(page);
  await page.goto('/employees', { waitUntil: 'commit' });
  await page.getByRole('searchbox').fill(word);
  await page.getByLabel('Status').selectOption('INACTIVE');
  release();
  await expect(page).toHaveURL(new RegExp(`q=${encodeURIComponent(word)}`));
  await expect(page).toHaveURL(/INACTIVE/);
  await expect(page.getByRole('row', { name: new RegExp(leaves.number) })).toBeVisible();
  await expect(page.getByRole('row', { name: new RegExp(stays.number) })).toBeHidden();
  await expect(page.getByRole('searchbox')).toHaveValue(word);
  await expect(page.getByLabel('Status')).toHaveValue('INACTIVE');
});

test('who types address and password and signs in before the scripts are there is signed in', async ({
  openBrowser,
}) => {
  const page = await openBrowser();
  const release = await holdScripts(page);
  await page.goto('/sign-in', { waitUntil: 'commit' });
  await page.getByLabel('E-mail').fill(ADMIN.email);
  await page.getByRole('textbox', { name: 'Password' }).fill(ADMIN.password);
  await page.getByRole('textbox', { name: 'Password' }).press('Enter');
  release();
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  const { viewer } = await query<{ viewer: { email: string } }>(page, '{ viewer { email } }');
  expect(viewer.email).toBe(ADMIN.email);
});
