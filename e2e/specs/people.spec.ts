import type { Page } from '@playwright/test';
import { addEmployee, givePin, markAttendance, registerFromFile, signIn } from '../actors/office.js';
import { renderPhoto } from '../camera/render-scene.js';
import { expect, test } from '../fixtures.js';
import { createEmployee, forgetFaces, keptOf, query, registerFace } from '../server/graphql.js';

/** Far enough from midnight for any zone. */
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

async function addMarkAt(page: Page, employeeId: string, at: string): Promise<void> {
  const input = { employeeId, action: 'ADD', at, reason: 'The kiosk was off.' };
  const asked = await query<{ requestCorrection: { id: string; version: number } }>(
    page,
    'mutation ($input: RequestCorrectionInput!) { requestCorrection(input: $input) { id version } }',
    { input },
  );
  const decision = { ...asked.requestCorrection, isApproved: true };
  await query(page, 'mutation ($input: DecisionInput!) { decideCorrection(input: $input) { id } }', {
    input: decision,
  });
}

test('a face that somebody else has is shown beside that person, and registered all the same with a reason', async ({
  openBrowser,
}) => {
  const page = await openBrowser();
  await signIn(page);
  await forgetFaces(page);
  const anna = await createEmployee(page, 'Anna Zuerst');
  expect(await registerFace(page, anna, await renderPhoto('anna'))).toBe('REGISTERED');
  await addEmployee(page, { name: 'Hanna Zwilling', number: `Z-${Date.now()}` });
  await registerFromFile(page, 'annaAnotherEvening');
  const choice = page.getByRole('region', { name: 'Two people with one face' });
  await expect(choice.getByText('Anna Zuerst', { exact: true })).toBeVisible();
  await expect(choice.getByText('Hanna Zwilling', { exact: true })).toBeVisible();
  await choice.getByRole('button', { name: 'Register all the same' }).click();
  await expect(choice.getByText('Say how you know.')).toBeVisible();
  await choice.getByLabel('How do you know that they are two people?').fill('Twins, identity cards seen.');
  await choice.getByRole('button', { name: 'Register all the same' }).click();
  await expect(page.getByText('Registered', { exact: true }).first()).toBeVisible();
});

test('a mark that was somebody else is put in question on its day, and taken back in the inbox', async ({
  openBrowser,
}) => {
  const page = await openBrowser();
  await signIn(page);
  const person = await createEmployee(page, 'Doris Nichtich');
  const date = daysAgo(2);
  for (const time of ['10:00', '14:00']) await addMarkAt(page, person.id, `${date}T${time}:00Z`);
  await page.goto(`/attendance/${person.id}/${date}`);
  await expect(page.getByText('4 h 0 min', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Not this person' }).last().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('How do you know?').fill('She was on the train.');
  await dialog.getByRole('button', { name: 'Put the mark in question' }).click();
  await expect(page.getByText('In question', { exact: true })).toBeVisible();

  await page.goto('/inbox');
  await expect(page.getByText('She was on the train.')).toBeVisible();
  await page.getByRole('button', { name: 'It was not Doris Nichtich: take the mark back' }).click();
  await expect(page.getByText('She was on the train.')).toBeHidden();
  await expect(page.getByText('Decided')).toBeVisible();
  await page.goto(`/attendance/${person.id}/${date}`);
  await expect(page.getByText('Mark missing', { exact: true })).toBeVisible();
  await page.goto(`/employees/${person.id}`);
  await expect(page.getByRole('region', { name: 'Marks in question' }).getByText('Was somebody else')).toBeVisible();
});

test('a second record is merged on the profile, its marks count there, and the merge is undone', async ({
  openBrowser,
}) => {
  const page = await openBrowser();
  await signIn(page);
  const keep = await createEmployee(page, 'Vera Doppelt');
  const second = await createEmployee(page, 'Wera Doppelt');
  const date = daysAgo(2);
  await addMarkAt(page, keep.id, `${date}T10:00:00Z`);
  await addMarkAt(page, second.id, `${date}T14:00:00Z`);
  await page.goto(`/employees/${keep.id}`);
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Merge a second record' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'The second record' }).fill('Wera Doppelt');
  await page.getByRole('option', { name: /Wera Doppelt/ }).click();
  await dialog.getByLabel('How do you know that it is one person?').fill('One identity card.');
  await dialog.getByRole('button', { name: 'Merge the records' }).click();
  const records = page.getByRole('region', { name: 'One person, several records' });
  await expect(records.getByRole('link', { name: /Wera Doppelt/ })).toBeVisible();
  await page.goto(`/attendance/${keep.id}/${date}`);
  await expect(page.getByText('4 h 0 min', { exact: true })).toBeVisible();

  await page.goto(`/employees/${keep.id}`);
  await records.getByRole('button', { name: 'Undo the merge' }).click();
  await page.getByRole('dialog').getByLabel('Why?').fill('Two sisters.');
  await page.getByRole('dialog').getByRole('button', { name: 'Undo the merge' }).click();
  await expect(records).toBeHidden();
  await page.goto(`/attendance/${keep.id}/${date}`);
  await expect(page.getByText('Mark missing', { exact: true })).toBeVisible();
});

test('a person who needs face and PIN is asked for the PIN after the face, and marked with both', async ({
  openBrowser,
}) => {
  const page = await openBrowser('anna');
  await signIn(page);
  await forgetFaces(page);
  const anna = await createEmployee(page, 'Anna Sicher');
  expect(await registerFace(page, anna, await renderPhoto('annaAnotherEvening'))).toBe('REGISTERED');
  await page.goto(`/employees/${anna.id}`);
  await page.getByRole('region', { name: 'How sure checks must be' }).getByRole('button', { name: 'Change' }).click();
  await page.getByRole('dialog').getByRole('radio', { name: 'Face and PIN' }).check();
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('There is no PIN yet')).toBeVisible();
  await givePin(page, anna.id, '481920');

  await markAttendance(page, anna.number);
  await expect(page.getByText('The face fits. Now the PIN, please.')).toBeVisible();
  await page.getByRole('button', { name: 'Enter the PIN' }).click();
  await page.getByRole('textbox', { name: 'PIN' }).fill('481920');
  await expect(page.locator('video')).toHaveJSProperty('videoWidth', 640);
  await page.getByRole('button', { name: 'Mark attendance' }).click();
  await expect(page.getByText('Attendance marked')).toBeVisible();
  expect(await keptOf(page, anna)).toMatchObject({ eventCount: 1 });
});

test('somebody who left works here again, and has to agree and be registered anew', async ({ openBrowser }) => {
  const page = await openBrowser();
  await signIn(page);
  await forgetFaces(page);
  const anna = await createEmployee(page, 'Anna Kommtwieder');
  expect(await registerFace(page, anna, await renderPhoto('anna'))).toBe('REGISTERED');
  await page.goto(`/employees/${anna.id}`);
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Mark as left' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  // Whoever thinks better of it is back at the button, and opens the menu again with the keyboard.
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'More actions' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Mark as left' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Mark as left' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.getByRole('button', { name: 'Works here again' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Works here again' }).click();
  await expect(page.getByText('Anna Kommtwieder works here again')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Works here again' })).toHaveCount(0);
  const { employee } = await query<{ employee: object }>(
    page,
    'query ($id: ID!) { employee(id: $id) { status leavingDate faceStatus consent { id } } }',
    { id: anna.id },
  );
  expect(employee).toEqual({ status: 'ACTIVE', leavingDate: null, faceStatus: 'NOT_ENROLLED', consent: null });
});

test('a break in service that was entered wrong is put right, and taken away again', async ({ openBrowser }) => {
  const page = await openBrowser();
  await signIn(page);
  const berta = await createEmployee(page, 'Berta Pausiert');
  const openBreaks = async () => {
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Breaks in service' }).click();
    return page.getByRole('dialog', { name: 'When did Berta Pausiert not work here?' });
  };
  const saved = async () =>
    (
      await query<{ employee: { serviceBreaks: object[] } }>(
        page,
        'query ($id: ID!) { employee(id: $id) { serviceBreaks { from to } } }',
        { id: berta.id },
      )
    ).employee.serviceBreaks;
  await page.goto(`/employees/${berta.id}`);
  let dialog = await openBreaks();
  await dialog.getByRole('button', { name: 'Add a break' }).click();
  await dialog.getByLabel('First day').fill('2026-03-09');
  await dialog.getByLabel('Last day').fill('2026-03-02');
  await dialog.getByLabel('What was wrong?').fill('Nobody had entered it.');
  await dialog.getByRole('button', { name: 'Save the breaks' }).click();
  await expect(dialog.getByText('A value cannot be used.')).toBeVisible();
  await dialog.getByLabel('Last day').fill('2026-03-15');
  await dialog.getByRole('button', { name: 'Save the breaks' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Not employed', { exact: true })).toBeVisible();
  expect(await saved()).toEqual([{ from: '2026-03-09', to: '2026-03-15' }]);
  dialog = await openBreaks();
  await dialog.getByRole('button', { name: 'Remove break 1' }).click();
  await dialog.getByLabel('What was wrong?').fill('It was somebody else.');
  await dialog.getByRole('button', { name: 'Save the breaks' }).click();
  await expect(page.getByText('Not employed', { exact: true })).toBeHidden();
  expect(await saved()).toEqual([]);
});

test('a department is added, and several people are chosen in the list and moved there together', async ({
  openBrowser,
}) => {
  const page = await openBrowser();
  await signIn(page);
  const stamp = Date.now().toString(36);
  await page.goto('/sites');
  await page.getByRole('button', { name: 'Add department' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill(`Lagre ${stamp}`);
  await page.getByRole('dialog').getByRole('button', { name: 'Add department' }).click();
  await page.getByRole('button', { name: `Edit Lagre ${stamp}` }).click();
  await page.getByRole('dialog').getByLabel('Name').fill(`Lager ${stamp}`);
  await page.getByRole('dialog').getByRole('button', { name: 'Save department' }).click();
  await expect(page.getByRole('cell', { name: `Lager ${stamp}`, exact: true })).toBeVisible();
  const people = [];
  for (const name of ['Anna', 'Berta', 'Clara']) people.push(await createEmployee(page, `${name} ${stamp}`));
  await page.goto(`/employees?q=${stamp}`);
  await expect(page.getByText('Nobody is chosen')).toBeVisible();
  await page.getByRole('button', { name: 'Choose all on this page' }).click();
  await page.getByRole('checkbox', { name: `Choose Clara ${stamp}` }).uncheck();
  await expect(page.getByText('2 people are chosen')).toBeVisible();
  await page.getByRole('button', { name: 'Move', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Move 2 people' });
  await expect(dialog.getByRole('button', { name: 'Move now' })).toBeDisabled();
  await dialog.getByLabel('Department').selectOption({ label: `Lager ${stamp}` });
  await dialog.getByRole('button', { name: 'Move now' }).click();
  await expect(page.getByText('2 people are moved')).toBeVisible();
  await expect(page.getByText('Nobody is chosen')).toBeVisible();
  const departments = [];
  for (const { id } of people) {
    const text = 'query ($id: ID!) { employee(id: $id) { department { name } } }';
    departments.push(
      (await query<{ employee: { department: object | null } }>(page, text, { id })).employee.department,
    );
  }
  const store = { name: `Lager ${stamp}` };
  expect(departments).toEqual([store, store, null]);
});
