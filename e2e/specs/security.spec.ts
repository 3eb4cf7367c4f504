import { signIn } from '../actors/office.js';
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
