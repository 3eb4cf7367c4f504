import type { Locator, Page } from '@playwright/test';
import { signIn, useLanguage } from '../actors/office.js';
import { expect, test } from '../fixtures.js';
import { createEmployee, type NewEmployee, query } from '../server/graphql.js';

const DAY_MS = 86_400_000;
/** The Monday after next, and the days after it. */
const MONDAY_MS = (Math.floor(Date.now() / DAY_MS) - ((new Date().getUTCDay() + 6) % 7) + 14) * DAY_MS;
const day = (number: number) => new Date(MONDAY_MS + number * DAY_MS).toISOString().slice(0, 10);

interface Planned {
  readonly from: string;
  readonly to: string | null;
  readonly shiftId: string;
}

const plannedOf = async (page: Page, { id }: NewEmployee) =>
  (
    await query<{ shiftAssignments: Planned[] }>(
      page,
      'query ($id: ID!) { shiftAssignments(employeeId: $id) { from to shiftId } }',
      { id },
    )
  ).shiftAssignments;

/** Two people whom one search finds, of whom the first works the shift from Monday to Wednesday. */
async function planTwo(page: Page) {
  await page.setViewportSize({ width: 1440, height: 900 });
  await signIn(page);
  const word = `Zug${Date.now().toString(36)}`;
  const [anna, bert] = [await createEmployee(page, `Anna ${word}`), await createEmployee(page, `Bert ${word}`)];
  const { createShift } = await query<{ createShift: { id: string } }>(
    page,
    'mutation ($input: CreateShiftInput!) { createShift(input: $input) { id } }',
    { input: { name: `Früh ${word}`, start: '06:00', end: '14:00' } },
  );
  await query(page, 'mutation ($input: AssignShiftInput!) { assignShift(input: $input) { id } }', {
    input: { employeeIds: [anna.id], shiftId: createShift.id, from: day(0), to: day(2) },
  });
  await page.goto(`/roster?week=${day(0)}&q=${word}`);
  const cell = (person: NewEmployee, number: number) =>
    page.locator(`td[data-person="${person.id}"][data-date="${day(number)}"]`);
  await expect(cell(anna, 0)).toContainText('06:00');
  return { anna, bert, shiftId: createShift.id, cell };
}

/** With the mouse, in several steps as a hand does. */
async function drag(page: Page, from: Locator, to: Locator, key?: 'Control'): Promise<void> {
  await from.hover();
  await page.mouse.down();
  if (key) await page.keyboard.down(key);
  const box = await to.boundingBox();
  if (box === null) throw new Error('Where the drag ends is not to be seen.');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 8 });
  await page.mouse.up();
  if (key) await page.keyboard.up(key);
}

test('a shift that is dragged to somebody else is theirs, and undone it is where it was', async ({ openBrowser }) => {
  const page = await openBrowser();
  const { anna, bert, shiftId, cell } = await planTwo(page);
  const only = (number: number) => ({ from: day(number), to: day(number), shiftId });
  await drag(page, cell(anna, 1).getByText('06:00'), cell(bert, 3));
  await expect(cell(bert, 3)).toContainText('06:00');
  await expect(cell(anna, 1)).not.toContainText('06:00');
  expect(await plannedOf(page, bert)).toEqual([only(3)]);
  expect(await plannedOf(page, anna)).toEqual([only(0), only(2)]);

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(cell(anna, 1)).toContainText('06:00');
  await expect(cell(bert, 3)).not.toContainText('06:00');
  expect(await plannedOf(page, bert)).toEqual([]);
  expect(await plannedOf(page, anna)).toEqual([{ from: day(0), to: day(2), shiftId }]);
});

test('the usual shift of a person is dragged away, its day is free, and undone nothing is planned', async ({
  openBrowser,
}) => {
  const page = await openBrowser();
  const { bert, shiftId, cell } = await planTwo(page);
  const { employee } = await query<{ employee: { version: number } }>(
    page,
    'query ($id: ID!) { employee(id: $id) { version } }',
    { id: bert.id },
  );
  await query(page, 'mutation ($input: UpdateEmployeeInput!) { updateEmployee(input: $input) { id } }', {
    input: { id: bert.id, version: employee.version, defaultShiftId: shiftId },
  });
  await page.reload();
  await drag(page, cell(bert, 4).getByText('06:00'), cell(bert, 5));
  await expect(cell(bert, 4)).toContainText('Free');
  await expect(cell(bert, 5)).toContainText('06:00');

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(cell(bert, 4)).toContainText('06:00');
  expect(await plannedOf(page, bert)).toEqual([]);
});

test('with Ctrl a shift is copied; where hours overlap it is said and nothing changes', async ({ openBrowser }) => {
  const page = await openBrowser();
  const { anna, bert, shiftId, cell } = await planTwo(page);
  await drag(page, cell(anna, 0).getByText('06:00'), cell(bert, 0), 'Control');
  await expect(cell(bert, 0)).toContainText('06:00');
  expect(await plannedOf(page, bert)).toEqual([{ from: day(0), to: day(0), shiftId }]);
  await drag(page, cell(anna, 1).getByText('06:00'), cell(bert, 0));
  await expect(page.getByRole('alert').filter({ hasText: 'These hours overlap' })).toBeVisible();
  expect(await plannedOf(page, anna)).toEqual([{ from: day(0), to: day(2), shiftId }]);
});

test('days that are dragged over get a shift, also where the page runs from right to left', async ({ openBrowser }) => {
  const page = await openBrowser();
  await useLanguage(page, 'en');
  const { bert, shiftId, cell } = await planTwo(page);
  const dialog = page.getByRole('dialog');
  await drag(page, cell(bert, 1), cell(bert, 4));
  await expect(dialog.getByLabel('From')).toHaveValue(day(1));
  await expect(dialog.getByLabel('To, included')).toHaveValue(day(4));
  await dialog.getByLabel('Shift', { exact: true }).selectOption(shiftId);
  await dialog.getByRole('button', { name: 'Assign', exact: true }).click();
  await expect(cell(bert, 4)).toContainText('06:00');
  expect(await plannedOf(page, bert)).toEqual([{ from: day(1), to: day(4), shiftId }]);

  await useLanguage(page, 'ar');
  await page.reload();
  await drag(page, cell(bert, 4).getByText('06:00'), cell(bert, 6));
  await expect(cell(bert, 6)).toContainText('06:00');
  expect(await plannedOf(page, bert)).toContainEqual({ from: day(6), to: day(6), shiftId });
});

test('the keyboard alone moves a shift to another person and day', async ({ openBrowser }) => {
  const page = await openBrowser();
  const { anna, bert, shiftId, cell } = await planTwo(page);
  await cell(anna, 1).getByRole('button').focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('To whom').focus();
  await page.keyboard.type(bert.name);
  await dialog.getByLabel('To which day').fill(day(4));
  await dialog.getByRole('button', { name: 'Move', exact: true }).press('Enter');
  await expect(cell(bert, 4)).toContainText('06:00');
  expect(await plannedOf(page, bert)).toEqual([{ from: day(4), to: day(4), shiftId }]);
});

test('weeks of the roster begin where the organisation says', async ({ openBrowser }) => {
  const page = await openBrowser();
  const { anna } = await planTwo(page);
  const { settings } = await query<{ settings: { weekStarts: unknown[] } }>(
    page,
    '{ settings { weekStarts { from } } }',
  );
  expect(settings.weekStarts).toEqual([]);
  const first = page.locator(`td[data-person="${anna.id}"]`).first();
  await expect(first).toHaveAttribute('data-date', day(0));
  await page.goto('/settings?tab=organisation');
  await page.getByLabel('Weeks start on').selectOption({ label: 'Sunday' });
  await page.getByRole('region', { name: 'Organisation' }).getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('The settings are saved')).toBeVisible();
  await expect(page.getByText(/Holds from .+ on\./)).toBeVisible();
  try {
    // Since long ago, so that it holds whatever day of the week it is.
    await startWeeksOn(page, 7, '2024-01-07');
    await page.goto(`/roster?week=${day(0)}&q=${anna.name.split(' ')[1]}`);
    await expect(first).toHaveAttribute('data-date', day(-1));
    await page.getByRole('button', { name: 'Week after' }).click();
    await expect(first).toHaveAttribute('data-date', day(6));
  } finally {
    await startWeeksOn(page, 1, '2024-01-01');
  }
});

async function startWeeksOn(page: Page, weekday: number, from: string): Promise<void> {
  const { settings } = await query<{ settings: { version: number } }>(page, '{ settings { version } }');
  await query(page, 'mutation ($input: UpdateSettingsInput!) { updateSettings(input: $input) { version } }', {
    input: { version: settings.version, weekStart: { weekday, from } },
  });
}
