import type { Page } from '@playwright/test';
import { signIn } from '../actors/office.js';
import { renderPhoto } from '../camera/render-scene.js';
import { expect, test } from '../fixtures.js';
import { createEmployee, forgetFaces, type NewEmployee, query, registerFace } from '../server/graphql.js';

async function searchForFace(page: Page): Promise<void> {
  await page.goto('/verify');
  await page.getByText('Who is it?', { exact: true }).click();
  await expect(page.getByLabel('Employee number')).toHaveCount(0);
  await expect(page.locator('video')).toHaveJSProperty('videoWidth', 640);
  await page.getByRole('button', { name: 'Search for the face' }).click();
}

const searchesOf = async (page: Page, { id }: NewEmployee) =>
  (
    await query<{ captureAttempts: { nodes: { kind: string; outcome: string }[] } }>(
      page,
      'query ($id: ID!) { captureAttempts(filter: { employeeId: $id }) { nodes { kind outcome } } }',
      { id },
    )
  ).captureAttempts.nodes.filter(({ kind }) => kind === 'IDENTIFY');

test('the face alone finds the person, and says in words how alike it is', async ({ openBrowser }) => {
  const page = await openBrowser('anna');
  await signIn(page);
  await forgetFaces(page);
  const anna = await createEmployee(page, 'Anna Gefunden');
  expect(await registerFace(page, anna, await renderPhoto('anna'))).toBe('REGISTERED');
  await searchForFace(page);
  const result = page.getByRole('region', { name: 'Result' });
  await expect(result.getByRole('heading', { name: 'Found' })).toBeVisible();
  await expect(result.getByRole('link', { name: 'Anna Gefunden' })).toBeVisible();
  await expect(result.getByText('clearly alike')).toBeVisible();
  expect(await searchesOf(page, anna)).toEqual([{ kind: 'IDENTIFY', outcome: 'MATCH' }]);
});

test('of two people with one face both are shown, and the number decides', async ({ openBrowser }) => {
  const page = await openBrowser('anna');
  await signIn(page);
  await forgetFaces(page);
  const [first, second] = [await createEmployee(page, 'Anna Eins'), await createEmployee(page, 'Anna Zwei')];
  const photo = await renderPhoto('anna');
  expect(await registerFace(page, first, photo)).toBe('REGISTERED');
  await query(page, 'mutation ($input: RegisterFaceInput!) { registerFace(input: $input) { outcome } }', {
    input: {
      employeeId: second.id,
      images: [{ base64: photo.toString('base64') }],
      allowDuplicate: { duplicateOfId: first.id, reason: 'Twins' },
    },
  });
  await searchForFace(page);
  const result = page.getByRole('region', { name: 'Result' });
  await expect(result.getByRole('heading', { name: 'Several people come into question' })).toBeVisible();
  const candidates = result.getByRole('list', { name: 'People who come into question' });
  await expect(candidates.getByRole('listitem')).toHaveCount(2);
  await candidates.getByRole('button', { name: `Verify with ${second.number}` }).click();
  await expect(page.getByLabel('Employee number')).toHaveValue(second.number);
  await page.getByRole('button', { name: 'Verify face' }).click();
  await expect(result.getByRole('heading', { name: 'Match' })).toBeVisible();
});
