import { signIn } from '../actors/office.js';
import { expect, test } from '../fixtures.js';
import { createEmployee, query } from '../server/graphql.js';

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

test('whoever can show neither face nor PIN is marked by somebody else, with the reason', async ({ openBrowser }) => {
  const page = await openBrowser();
  await signIn(page);
  const person = await createEmployee(page, `Ingo Verbunden ${Date.now()}`);
  await page.goto('/presence');
  await page.getByRole('button', { name: 'Mark for somebody' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'For whom' }).fill(person.number);
  await page.getByRole('option', { name: new RegExp(person.number) }).click();
  await dialog.getByRole('button', { name: 'Mark now' }).click();
  await expect(dialog.getByText('This is needed')).toBeVisible();
  await dialog.getByLabel('Reason').fill('A bandage over the face');
  await dialog.getByRole('button', { name: 'Mark now' }).click();
  await expect(page.getByText(`${person.name} is marked`)).toBeVisible();
  await expect(page.getByRole('row', { name: new RegExp(person.name) })).toBeVisible();
  const { attendanceEvents } = await query<{ attendanceEvents: { nodes: object[] } }>(
    page,
    'query ($id: ID!) { attendanceEvents(filter: { employeeId: $id }) { nodes { assurance reason } } }',
    { id: person.id },
  );
  expect(attendanceEvents.nodes).toEqual([{ assurance: 'SUPERVISOR', reason: 'A bandage over the face' }]);
});

test('a mark outside every shift waits where decisions are made, says why, and is taken back on its day', async ({
  openBrowser,
}) => {
  const page = await openBrowser();
  await signIn(page);
  const person = await createEmployee(page, `Jutta Nachts ${Date.now()}`);
  const date = daysAgo(3);
  const { createShift } = await query<{ createShift: { id: string } }>(
    page,
    'mutation ($input: CreateShiftInput!) { createShift(input: $input) { id } }',
    { input: { name: `Morgens ${person.number}`, start: '05:00', end: '09:00' } },
  );
  await query(page, 'mutation ($input: AssignShiftInput!) { assignShift(input: $input) { id } }', {
    input: { employeeIds: [person.id], shiftId: createShift.id, from: date, to: date },
  });
  const { requestCorrection } = await query<{ requestCorrection: { id: string; version: number } }>(
    page,
    'mutation ($input: RequestCorrectionInput!) { requestCorrection(input: $input) { id version } }',
    { input: { employeeId: person.id, action: 'ADD', at: `${date}T19:00:00Z`, reason: 'Gate book' } },
  );
  await query(page, 'mutation ($input: DecisionInput!) { decideCorrection(input: $input) { id } }', {
    input: { ...requestCorrection, isApproved: true },
  });
  const offShift = async () =>
    (
      await query<{ offShiftMarks: { nodes: object[] } }>(
        page,
        'query ($id: ID!) { offShiftMarks(filter: { employeeId: $id }) { nodes { reason localDate } } }',
        { id: person.id },
      )
    ).offShiftMarks.nodes;
  expect(await offShift()).toEqual([{ reason: 'OUTSIDE_WINDOW', localDate: date }]);

  await page.goto('/inbox');
  const row = page
    .getByRole('table', { name: 'Marks outside every shift' })
    .getByRole('row', { name: new RegExp(person.name) });
  await expect(row).toContainText('Too far from the shift of the day');
  await row.getByRole('link', { name: 'Open the day' }).click();
  const section = page.getByRole('region', { name: 'Marks outside every shift' });
  await expect(section).toContainText('Too far from the shift of the day');
  await section.getByRole('button', { name: 'Take this mark back' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take it back' }).click();
  await expect(section).toBeHidden();
  expect(await offShift()).toEqual([]);
});
