import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { signIn } from '../actors/office.js';
import { expect, test } from '../fixtures.js';
import { createEmployee, query } from '../server/graphql.js';

/** The date some days ago in UTC; far enough from midnight for any zone. */
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

async function addMark(page: Page, time: string): Promise<void> {
  await page.getByRole('button', { name: 'Add a mark' }).click();
  await page.getByLabel('Time').fill(time);
  await page.getByLabel('Reason').fill('Forgot to mark.');
  await page.getByRole('button', { name: 'Add the mark' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
}

test('a missing mark is found, explained and put right, and the day is in the report and its file', async ({
  openBrowser,
}) => {
  const page = await openBrowser();
  await signIn(page);
  // Another try finds nobody of the one before.
  const stamp = Date.now().toString(36);
  const name = `Dora Vergisst ${stamp}`;
  const ofDora = page.getByRole('row', { name: new RegExp(name) });
  const person = await createEmployee(page, name);
  const date = daysAgo(3);
  await page.goto(`/attendance/${person.id}/${date}`);
  await expect(page.getByText('There is no record of this day')).toBeVisible();
  await addMark(page, '09:00');
  await expect(page.getByText('Mark missing', { exact: true })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Why it is so' }).getByRole('listitem').last()).toBeVisible();

  await page.goto(`/reports?kind=EXCEPTIONS&from=${date}&to=${date}`);
  await expect(page.getByRole('row', { name: new RegExp(`${name} Mark missing`) })).toBeVisible();

  await page.goto('/inbox');
  await ofDora.getByRole('link', { name: 'Open the day' }).click();
  await addMark(page, '17:00');
  await expect(page.getByText('Present', { exact: true })).toBeVisible();
  await expect(page.getByText('8 h 0 min', { exact: true })).toBeVisible();

  await page.goto(`/attendance?date=${date}`);
  await page.getByLabel('Search by name, number or e-mail').fill(`vergisst ${stamp} dora`);
  await expect(page.getByRole('row')).toHaveCount(2);
  await expect(ofDora).toBeVisible();
  await page.getByLabel('Search by name, number or e-mail').fill('nobody at all');
  await expect(ofDora).toBeHidden();

  await page.getByText('Marks', { exact: true }).click();
  await page.getByLabel('Search by name, number or e-mail').fill(`VERGISST ${stamp}`);
  await expect(ofDora).toHaveCount(2);
  await page.getByLabel('Search by name, number or e-mail').fill('nobody at all');
  await expect(page.getByText('Nothing matches these filters')).toBeVisible();

  await page.goto(`/reports?kind=REGISTER&from=${date}&to=${date}`);
  await expect(page.getByRole('cell', { name })).toBeVisible();
  await page.getByRole('button', { name: 'Download' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(`rollcall-register-${date}-to-${date}.csv`);
  const lines = (await readFile(await download.path(), 'utf8')).split('\r\n');
  expect(lines.find((line) => line.includes(name))).toContain(',480,');
});

test('a request for a correction waits in the inbox until somebody approves it', async ({ openBrowser }) => {
  const page = await openBrowser();
  await signIn(page);
  const person = await createEmployee(page, 'Emil Wartet');
  const at = `${daysAgo(2)}T10:00:00Z`;
  const input = { employeeId: person.id, action: 'ADD', at, reason: 'The kiosk was off.' };
  await query(page, 'mutation ($input: RequestCorrectionInput!) { requestCorrection(input: $input) { id } }', {
    input,
  });
  await page.goto('/inbox');
  await expect(page.getByText('The kiosk was off.')).toBeVisible();
  await page.getByRole('button', { name: 'Approve the request of Emil Wartet' }).click();
  await expect(page.getByText('The kiosk was off.')).toBeHidden();
  await expect(page.getByText('Decided')).toBeVisible();
  const { attendanceDays } = await query<{ attendanceDays: { nodes: object[] } }>(
    page,
    'query ($id: ID!) { attendanceDays(filter: {employeeId: $id}) { nodes { status markCount } } }',
    { id: person.id },
  );
  expect(attendanceDays.nodes).toEqual([{ status: 'MISSING_MARK', markCount: 1 }]);
});

test('the month grid shows a letter a day and says in words what it means', async ({ openBrowser }) => {
  const page = await openBrowser();
  await signIn(page);
  const person = await createEmployee(page, 'Fritz Gitter');
  const date = daysAgo(1);
  await page.goto(`/attendance/${person.id}/${date}`);
  await addMark(page, '08:00');
  await addMark(page, '16:00');
  await page.goto(`/reports?kind=MUSTER&from=${date}&to=${date}`);
  const row = page.getByRole('row', { name: /Fritz Gitter/ });
  await expect(row.getByTitle('Present')).toHaveText('P');
});

interface Trend {
  readonly days: readonly { readonly date: string; readonly presentCount: number; readonly lateCount: number }[];
  readonly arrivals: readonly { readonly count: number }[];
}

test('the overview shows the days of the last weeks and the hours of arrivals as the API tells them', async ({
  openBrowser,
}) => {
  const page = await openBrowser();
  await signIn(page);
  const person = await createEmployee(page, 'Gerda Kommt');
  const yesterday = daysAgo(1);
  await page.goto(`/attendance/${person.id}/${yesterday}`);
  await addMark(page, '08:00');
  await page.goto('/overview');
  const { attendanceTrend } = await query<{ attendanceTrend: Trend }>(
    page,
    '{ attendanceTrend { days { date presentCount lateCount } arrivals { count } } }',
  );
  const { presentCount = 0, lateCount = 0 } = attendanceTrend.days.find(({ date }) => date === yesterday) ?? {};
  expect(presentCount).toBeGreaterThan(0);

  await page.getByText('Show as a table').click();
  const table = page.getByRole('table', { name: 'People by day: in time, late and absent' });
  const rows = table.locator('tbody tr');
  await expect(rows).toHaveCount(28);
  await expect(rows.nth(26).getByRole('cell').nth(0)).toHaveText(String(presentCount - lateCount));
  await expect(rows.nth(26).getByRole('cell').nth(1)).toHaveText(String(lateCount));

  const shown = await page
    .getByRole('table', { name: /^Arrivals of the last four weeks/ })
    .locator('td')
    .allInnerTexts();
  const told = attendanceTrend.arrivals.reduce((sum, { count }) => sum + count, 0);
  expect(shown.reduce((sum, text) => sum + Number(text), 0)).toBe(told);
});

test('a report is sent regularly from now on, is changed, is paused, and is ended', async ({ openBrowser }) => {
  const page = await openBrowser();
  await signIn(page);
  await page.goto('/reports?kind=HOURS');
  await page.getByRole('button', { name: 'Set up' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Hours for the office');
  await dialog.getByLabel('When').selectOption('WEEKLY');
  await dialog.getByLabel('Weekday').selectOption('5');
  await dialog.getByLabel('Time of day').fill('06:30');
  await dialog.getByRole('button', { name: 'Send regularly' }).click();
  await expect(dialog).toBeHidden();
  const row = page.getByRole('row', { name: /Hours for the office/ });
  await expect(row).toContainText('Friday at 06:30');
  const stored = () =>
    query<{ reportSchedules: { nodes: object[] } }>(
      page,
      '{ reportSchedules(first: 10) { nodes { kind frequency weekday dayOfMonth time delivery isPaused recipients { name } } } }',
    );
  const asked = { kind: 'HOURS', frequency: 'WEEKLY', weekday: 5, time: '06:30', delivery: 'LINK' };
  const { reportSchedules } = await stored();
  expect(reportSchedules.nodes).toMatchObject([{ ...asked, isPaused: false, recipients: [{}] }]);

  await page.getByRole('button', { name: 'Edit Hours for the office' }).click();
  await expect(dialog.getByLabel('Weekday')).toHaveValue('5');
  await expect(dialog.getByLabel('Time of day')).toHaveValue('06:30');
  await dialog.getByLabel('When').selectOption('MONTHLY');
  await dialog.getByLabel('Day of the month').selectOption('3');
  await dialog.getByLabel('What is in the letter').selectOption('PDF');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await expect(row).toContainText('Day 3 of the month at 06:30');
  const changed = { frequency: 'MONTHLY', weekday: null, dayOfMonth: 3, delivery: 'ATTACHMENT', recipients: [{}] };
  expect((await stored()).reportSchedules.nodes).toMatchObject([{ ...asked, ...changed }]);

  await page.getByRole('button', { name: 'Pause Hours for the office' }).click();
  await expect(row.getByText('Paused')).toBeVisible();
  expect((await stored()).reportSchedules.nodes).toMatchObject([{ isPaused: true }]);
  await page.getByRole('button', { name: 'Stop Hours for the office for good' }).click();
  await dialog.getByRole('button', { name: 'Stop for good' }).click();
  await expect(page.getByText('Nobody is sent a report by mail yet.')).toBeVisible();
  expect((await stored()).reportSchedules.nodes).toEqual([]);
});
