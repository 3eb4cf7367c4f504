import { signIn, signInAnew } from '../actors/office.js';
import { expect, test } from '../fixtures.js';
import { query } from '../server/graphql.js';

test('a key gets a new secret, and both work while they overlap', async ({ openBrowser }) => {
  const owner = await openBrowser();
  await signIn(owner);
  const name = `payroll ${Date.now().toString(36)}`;
  const create = `mutation { createApiKey(input: { name: "${name}", scopes: ["employees:read"] }) { key } }`;
  const { createApiKey } = await query<{ createApiKey: { key: string } }>(owner, create);
  const works = async (key: string) => {
    const headers = { authorization: `Bearer ${key}` };
    const answer = await owner.request.post('/graphql', { headers, data: { query: '{ viewer { id } }' } });
    return (await answer.json()).errors === undefined;
  };
  await owner.goto('/settings?tab=keys');
  await owner.getByRole('button', { name: `New secret for the key ${name}` }).click();
  await owner.getByRole('button', { name: 'New secret', exact: true }).last().click();
  await expect(owner.getByRole('heading', { name: 'Copy the key now' })).toBeVisible();
  const next = (await owner.getByRole('dialog').locator('output').textContent()) ?? '';
  expect(await Promise.all([createApiKey.key, next].map(works))).toEqual([true, true]);
  await owner.getByRole('dialog').getByRole('button').last().click();
  await expect(owner.getByRole('row', { name: new RegExp(name) })).toContainText('Old key works until');
});

test('a passkey is added to the own account and opens it without the password', async ({ openBrowser }) => {
  const page = await openBrowser();
  const devices = await page.context().newCDPSession(page);
  await devices.send('WebAuthn.enable');
  const options = {
    protocol: 'ctap2',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
  } as const;
  await devices.send('WebAuthn.addVirtualAuthenticator', { options: { ...options, isUserVerified: true } });
  await signInAnew(page);
  await page.goto('/security');
  const name = `Laptop ${Date.now().toString(36)}`;
  await page.getByLabel('Name of the device').fill(name);
  await page.getByRole('button', { name: 'Add passkey' }).click();
  await expect(page.getByRole('button', { name: `Remove “${name}”` })).toBeVisible();
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/sign-in|\/$/);
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  await page.goto('/security');
  await page.getByRole('button', { name: `Remove “${name}”` }).click();
  await expect(page.getByText('The passkey was removed')).toBeVisible();
  await expect(page.getByText(name)).toHaveCount(0);
});
