import type { Page } from '@playwright/test';
import { codeOf } from '../actors/authenticator-app.js';
import { accept, GUEST_PASSWORD, invite } from '../actors/guest.js';
import { signIn } from '../actors/office.js';
import { expect, test } from '../fixtures.js';
import { query } from '../server/graphql.js';

const needed = 'Set up a second factor to go on';

async function signInWithPassword(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('textbox', { name: 'Password' }).fill(GUEST_PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

type Settings = { settings: { version: number; secondFactorRoles: string[] } };
const settingsOf = async (owner: Page) =>
  (await query<Settings>(owner, '{ settings { version secondFactorRoles } }')).settings;

/** Other specs, and another try, count on nobody needing one. */
test.afterEach(async ({ openBrowser }) => {
  const owner = await openBrowser();
  await signIn(owner);
  const input = { secondFactorRoles: [], version: (await settingsOf(owner)).version };
  await query(owner, 'mutation ($input: UpdateSettingsInput!) { updateSettings(input: $input) { version } }', {
    input,
  });
});

test('a role that needs a second factor is let in to set one up and to nothing else, and then signs in with a code', async ({
  openBrowser,
}) => {
  const [owner, guest] = [await openBrowser(), await openBrowser()];
  await signIn(owner);
  const email = `${Date.now().toString(36)}@example.org`;
  await accept(guest, await invite(owner, email, 'Auditor'), 'Nadia Zwei');

  await owner.goto('/settings?tab=organisation');
  await owner.getByRole('checkbox', { name: 'Auditor' }).check();
  await owner.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(owner.getByText('The settings are saved')).toBeVisible();
  expect((await settingsOf(owner)).secondFactorRoles).toEqual(['AUDITOR']);

  await guest.goto('/employees');
  await expect(guest.getByText(needed)).toBeVisible();
  await expect(guest.getByRole('table')).toHaveCount(0);
  await guest.getByRole('button', { name: 'Set up', exact: true }).click();
  const dialog = guest.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Your password' }).fill(GUEST_PASSWORD);
  await dialog.getByRole('button', { name: 'Next' }).click();
  const key = (await dialog.getByRole('status', { name: 'Key for the app' }).textContent()) ?? '';
  // Each code counts once: this is the one of half a minute ago.
  await dialog.getByLabel('Then enter the code that the app shows').fill(codeOf(key, -1));
  await dialog.getByRole('button', { name: 'Turn on' }).click();
  await dialog.getByRole('button', { name: 'I have kept them' }).click();
  await guest.goto('/employees');
  await expect(guest.getByRole('heading', { level: 1, name: 'Employees' })).toBeVisible();

  await guest.context().clearCookies();
  await signInWithPassword(guest, email);
  await expect(guest.getByRole('form', { name: 'One more step' })).toBeVisible();
  await guest.getByLabel('Code from the app').fill(codeOf(key));
  await guest.getByRole('button', { name: 'Go on' }).click();
  await expect(guest.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
});
