import { signIn } from '../actors/office.js';
import { expect, test } from '../fixtures.js';
import { createEmployee, query } from '../server/graphql.js';

/** The date so many days from now in UTC. */
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test('a shift is added, given to a person for some dates, seen on the roster and taken back', async ({
  openBrowser,
}) => {
  const page = await openBrowser();
  await signIn(page);
  const name = `Schicht ${Date.now()}`;
  const person = await createEmployee(page, `Gerda ${name}`);
  await page.goto('/shifts');
  await page.getByRole('button', { name: 'Add shift' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByLabel('Begins').fill('22:00');
  await dialog.getByLabel('Ends').fill('06:00');
  await dialog.getByLabel('Days').selectOption('Every day');
  await dialog.getByRole('button', { name: 'Add shift' }).click();
  await expect(page.getByRole('row', { name: new RegExp(name) })).toContainText('8 h 0 min');

  const [from, to] = [inDays(14), inDays(15)];
  await page.goto(`/roster?week=${from}&q=${person.number}`);
  await page.getByRole('button', { name: 'Assign a shift' }).click();
  await dialog.getByRole('combobox', { name: 'People' }).fill(person.number);
  await page.getByRole('option', { name: new RegExp(person.number) }).click();
  await dialog.getByLabel('Shift').selectOption({ label: `${name} (22:00 – 06:00)` });
  await dialog.getByLabel('From').fill(from);
  await dialog.getByLabel('To, included').fill(to);
  await dialog.getByRole('button', { name: 'Assign', exact: true }).click();
  await expect(page.getByRole('cell', { name: new RegExp(`^Plan ${person.name}`) }).first()).toBeVisible();
  await expect(page.getByText('22:00–06:00').first()).toBeVisible();
  const planned = () =>
    query<{ shiftAssignments: object[] }>(page, 'query ($id: ID!) { shiftAssignments(employeeId: $id) { from to } }', {
      id: person.id,
    });
  expect(await planned()).toEqual({ shiftAssignments: [{ from, to }] });

  await page
    .getByRole('button', { name: new RegExp(`^Plan ${person.name}`) })
    .first()
    .click();
  await dialog.getByRole('button', { name: `Take back ${name} from ${from}` }).click();
  await expect(dialog.getByText('Nothing yet.')).toBeVisible();
  expect(await planned()).toEqual({ shiftAssignments: [] });
});

test('a pasted list of holidays is shown before it is imported, and a holiday is removed again', async ({
  openBrowser,
}) => {
  const page = await openBrowser();
  await signIn(page);
  const year = 2000 + (Date.now() % 900);
  await page.goto(`/holidays?year=${year}`);
  await page.getByRole('button', { name: 'Import list' }).click();
  const dialog = page.getByRole('dialog');
  const list = `${year}-12-25; Christmas Day\n26.12.${year}; Boxing Day\n03/04/${year}; March or April`;
  await dialog.getByLabel('List of holidays').fill(list);
  await dialog.getByRole('button', { name: 'Check the list' }).click();
  await expect(dialog.getByText('These 2 holidays would be added')).toBeVisible();
  await expect(dialog.getByText(`03/04/${year}; March or April`)).toBeVisible();
  const holidays = () =>
    query<{ holidays: object[] }>(
      page,
      'query ($from: LocalDate!, $to: LocalDate!) { holidays(from: $from, to: $to) { date name } }',
      { from: `${year}-01-01`, to: `${year}-12-31` },
    );
  expect(await holidays()).toEqual({ holidays: [] });
  await dialog.getByRole('button', { name: 'Add 2 holidays' }).click();
  await expect(page.getByRole('cell', { name: 'Boxing Day', exact: true })).toBeVisible();

  await page.getByRole('button', { name: 'Remove Boxing Day' }).click();
  await dialog.getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByRole('cell', { name: 'Boxing Day', exact: true })).toBeHidden();
  expect(await holidays()).toEqual({ holidays: [{ date: `${year}-12-25`, name: 'Christmas Day' }] });
});

test('a kind of leave is added, a leave of that kind entered and approved at once, and taken back', async ({
  openBrowser,
}) => {
  const page = await openBrowser();
  await signIn(page);
  const kind = `Sabbatical ${Date.now()}`;
  const person = await createEmployee(page, 'Hanna Verreist');
  await page.goto('/leave');
  await page.getByRole('button', { name: 'Add kind' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill(kind);
  await dialog.getByRole('button', { name: 'Add kind' }).click();
  await expect(page.getByRole('cell', { name: kind, exact: true })).toBeVisible();

  await page.getByRole('button', { name: 'Enter leave' }).click();
  await dialog.getByRole('combobox', { name: 'Person' }).fill(person.number);
  await page.getByRole('option', { name: new RegExp(person.number) }).click();
  await dialog.getByLabel('Kind').selectOption(kind);
  await dialog.getByLabel('From').fill(inDays(30));
  await dialog.getByRole('button', { name: 'Enter leave' }).click();
  const row = page.getByRole('row', { name: new RegExp(person.number) });
  await expect(row.getByText('Approved')).toBeVisible();
  const leaves = () =>
    query<{ leaves: { nodes: object[] } }>(
      page,
      'query ($id: ID!) { leaves(filter: { employeeId: $id }) { nodes { from to status } } }',
      { id: person.id },
    );
  const dates = { from: inDays(30), to: inDays(30) };
  expect((await leaves()).leaves.nodes).toEqual([{ ...dates, status: 'APPROVED' }]);

  await row.getByRole('button', { name: 'Take back the leave of Hanna Verreist' }).click();
  await dialog.getByRole('button', { name: 'Take back' }).click();
  await expect(row.getByText('Taken back')).toBeVisible();
  expect((await leaves()).leaves.nodes).toEqual([{ ...dates, status: 'CANCELLED' }]);
});

test('the public holidays of a country fill the list, whatever the language of the page', async ({ openBrowser }) => {
  const page = await openBrowser();
  await signIn(page);
  const year = 2032 + (Date.now() % 40);
  await page.goto(`/holidays?year=${year}`);
  await page.getByRole('button', { name: 'Import list' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Country').selectOption('DE');
  await dialog.getByLabel('State or region').selectOption('DE-BE');
  await dialog.getByRole('button', { name: `Fill in ${year}` }).click();
  await expect(dialog.getByLabel('List of holidays')).toHaveValue(new RegExp(`${year}-10-03`));
  await expect(dialog.getByText('CC BY-SA')).toBeVisible();
  await dialog.getByRole('button', { name: 'Check the list' }).click();
  await dialog.getByRole('button', { name: /^Add \d+ holidays$/ }).click();
  await expect(dialog).toBeHidden();
  const asked = 'query ($date: LocalDate!) { holidays(from: $date, to: $date) { date } }';
  const unityDay = { date: `${year}-10-03` };
  expect(await query(page, asked, unityDay)).toEqual({ holidays: [unityDay] });

  await page.context().addCookies([{ name: 'rollcall-locale', value: 'ar', url: page.url() }]);
  await page.reload();
  await page.getByRole('button', { name: 'استيراد قائمة' }).click();
  await expect(dialog.getByRole('combobox').first().getByRole('option', { name: 'ألمانيا' })).toBeAttached();
});
