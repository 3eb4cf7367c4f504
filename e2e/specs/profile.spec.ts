import { signIn } from '../actors/office.js';
import { expect, test } from '../fixtures.js';
import { createEmployee, query } from '../server/graphql.js';

test('a person gets another department and site in the form, and the profile and the list show where they belong', async ({
  openBrowser,
}) => {
  const page = await openBrowser();
  await signIn(page);
  const stamp = Date.now().toString(36);
  const add = (what: string) => `mutation ($input: Create${what}Input!) { create${what}(input: $input) { id } }`;
  await query(page, add('Department'), { input: { name: `Versand ${stamp}` } });
  for (const name of ['Anfang', 'Halle'])
    await query(page, add('Site'), { input: { name: `${name} ${stamp}`, timeZone: 'Europe/Berlin' } });
  const person = await createEmployee(page, `Paula ${stamp}`);

  await page.goto(`/employees/${person.id}`);
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Edit employee' });
  await expect(dialog.getByLabel('Department')).toHaveValue('');
  await dialog.getByLabel('Department').selectOption({ label: `Versand ${stamp}` });
  await dialog.getByLabel('Site').selectOption({ label: `Halle ${stamp}` });
  await dialog.getByRole('button', { name: 'Save changes' }).click();
  const details = page.getByRole('region', { name: 'Details' });
  await expect(details.getByText(`Versand ${stamp}`)).toBeVisible();
  await expect(details.getByText(/^Halle .* from /)).toBeVisible();
  const text = 'query ($id: ID!) { employee(id: $id) { site { name } department { name } } }';
  expect(await query(page, text, { id: person.id })).toEqual({
    employee: { site: { name: `Halle ${stamp}` }, department: { name: `Versand ${stamp}` } },
  });

  await page.getByRole('link', { name: 'Employees', exact: true }).click();
  await page
    .getByRole('search')
    .getByLabel('Department')
    .selectOption({ label: `Versand ${stamp}` });
  await expect(page.getByRole('row')).toHaveCount(2);
  await expect(page.getByRole('link', { name: `Paula ${stamp}` })).toBeVisible();
});
