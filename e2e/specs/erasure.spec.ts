import { signIn } from '../actors/office.js';
import { expect, test } from '../fixtures.js';
import { createEmployee, query } from '../server/graphql.js';

test('somebody who left is erased by typing the number once more, and the certificate takes the place of the person', async ({
  openBrowser,
}) => {
  const page = await openBrowser();
  await signIn(page);
  const person = await createEmployee(page, 'Konstanze Vergangen');
  const setPin = 'mutation ($id: ID!, $pin: String!) { setPin(employeeId: $id, pin: $pin) { id } }';
  await query(page, setPin, { id: person.id, pin: '481920' });
  await page.goto(`/employees/${person.id}`);
  await expect(page.getByRole('button', { name: 'Edit', exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Erase' })).toHaveCount(0);
  await query(page, 'mutation ($id: ID!) { deactivateEmployee(id: $id) { id } }', { id: person.id });

  await page.reload();
  await page.getByRole('button', { name: 'Erase' }).click();
  const dialog = page.getByRole('dialog', { name: 'Erase Konstanze Vergangen for good?' });
  await dialog.getByLabel('Number of the person').fill('somebody else');
  await dialog.getByLabel('Reason').fill('Asked for it by letter.');
  await dialog.getByRole('button', { name: 'Erase for good' }).click();
  await expect(dialog.getByText('This is not the number of this person.')).toBeVisible();
  await dialog.getByLabel('Number of the person').fill(person.number);
  await dialog.getByRole('button', { name: 'Erase for good' }).click();

  await expect(page.getByRole('heading', { name: 'Erased person' })).toBeVisible();
  const certificate = page.getByRole('region', { name: 'Certificate of erasure' });
  await expect(certificate.getByText('Asked for it by letter.')).toBeVisible();
  await expect(page.getByText('Konstanze Vergangen')).toHaveCount(0);
  const text =
    'query ($id: ID!) { employee(id: $id) { status name } erasureCertificate(employeeId: $id) { reason erased { kind count } } }';
  expect(await query(page, text, { id: person.id })).toEqual({
    employee: { status: 'ERASED', name: '—' },
    erasureCertificate: { reason: 'Asked for it by letter.', erased: [{ kind: 'PIN', count: 1 }] },
  });
});
