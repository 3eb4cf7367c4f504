import { readFile } from 'node:fs/promises';
import { signIn, verifyFace } from '../actors/office.js';
import { renderPhoto } from '../camera/render-scene.js';
import { expect, test } from '../fixtures.js';
import { createEmployee, forgetFaces, query, registerFace } from '../server/graphql.js';

interface Health {
  readonly recognitionHealth: {
    readonly outcomes: readonly { readonly outcome: string; readonly count: number }[];
    readonly registerAgain: readonly {
      readonly employee: { readonly id: string };
      readonly reasons: readonly string[];
    }[];
  };
}

const HEALTH = `{ recognitionHealth(filter: { days: 7 }) {
  outcomes { outcome count } registerAgain { employee { id } reasons } } }`;

test('a refusal is counted, and whoever has one photo is registered again from the list', async ({ openBrowser }) => {
  const page = await openBrowser('berta');
  await signIn(page);
  await forgetFaces(page);
  const anna = await createEmployee(page, 'Anna Nochmal');
  expect(await registerFace(page, anna, await renderPhoto('anna'))).toBe('REGISTERED');
  const countOf = async () => {
    const { recognitionHealth } = await query<Health>(page, HEALTH);
    return recognitionHealth.outcomes.find(({ outcome }) => outcome === 'NON_MATCH')?.count ?? 0;
  };
  const before = await countOf();
  await verifyFace(page, anna.number);
  await expect(page.getByText('Face does not match')).toBeVisible();
  expect(await countOf()).toBe(before + 1);
  const { recognitionHealth } = await query<Health>(page, HEALTH);
  const again = recognitionHealth.registerAgain.find(({ employee }) => employee.id === anna.id);
  expect(again?.reasons).toEqual(['FEW_PHOTOS']);

  await page.goto('/recognition?days=7');
  const row = page.getByRole('table', { name: 'By person' }).getByRole('row', { name: /Anna Nochmal/ });
  await expect(row).toContainText('1 of 1; likely');
  await page.getByRole('link', { name: 'Register Anna Nochmal again' }).click();
  await expect(page).toHaveURL(new RegExp(`/employees/${anna.id}/register-face$`));
});

test('the record is downloaded with the filter of the page, and that is in the record', async ({ openBrowser }) => {
  const page = await openBrowser();
  await signIn(page);
  await createEmployee(page, 'Berta Akte');
  await page.goto('/audit?action=EMPLOYEE_CREATED');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download as CSV' }).click();
  const lines = (await readFile(await (await download).path(), 'utf8')).trim().split('\r\n');
  expect(lines[0]).toContain('Who did it');
  expect(lines.slice(1).every((line) => line.includes(',EMPLOYEE_CREATED,'))).toBe(true);
  expect(lines.join()).toContain('Berta Akte');
  const { auditEntries } = await query<{ auditEntries: { nodes: { details: { name: string; value: string }[] }[] } }>(
    page,
    '{ auditEntries(filter: { action: "EXPORT_REQUESTED" }, first: 1) { nodes { details { name value } } } }',
  );
  expect(auditEntries.nodes[0]?.details).toContainEqual({ name: 'filter.action', value: 'EMPLOYEE_CREATED' });
});

for (const { scene, says } of [
  { scene: 'annaAnotherEvening', says: 'The same person' },
  { scene: 'berta', says: 'Not the same person' },
] as const) {
  test(`two photos are compared as ${says}, and nothing of them is kept`, async ({ openBrowser }) => {
    const page = await openBrowser('nobody');
    await signIn(page);
    const attempts = '{ captureAttempts(first: 1) { totalCount } }';
    const before = await query(page, attempts);
    await page.goto('/compare');
    const second = page.getByRole('region', { name: 'Second photo: the person' });
    await second.getByText('Photo file', { exact: true }).click();
    const photoOf = async (name: typeof scene | 'anna') => ({
      ...{ name: `${name}.jpg`, mimeType: 'image/jpeg', buffer: await renderPhoto(name) },
    });
    await page
      .getByRole('region', { name: 'First photo' })
      .locator('input[type=file]')
      .setInputFiles(await photoOf(scene));
    await second.locator('input[type=file]').setInputFiles(await photoOf('anna'));
    await page.getByRole('button', { name: 'Compare', exact: true }).click();
    await expect(page.getByRole('heading', { name: says, exact: true })).toBeVisible();
    expect(await query(page, attempts)).toEqual(before);
  });
}
