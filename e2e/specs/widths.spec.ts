import type { Page } from '@playwright/test';
import { signIn, useLanguage } from '../actors/office.js';
import { expect, test } from '../fixtures.js';
import { createEmployee, type NewEmployee, query } from '../server/graphql.js';

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

async function enterMark(page: Page, { id }: NewEmployee, at: string): Promise<void> {
  const { requestCorrection } = await query<{ requestCorrection: { id: string; version: number } }>(
    page,
    'mutation ($input: RequestCorrectionInput!) { requestCorrection(input: $input) { id version } }',
    { input: { employeeId: id, action: 'ADD', at, reason: 'Gate' } },
  );
  await query(page, 'mutation ($input: DecisionInput!) { decideCorrection(input: $input) { id } }', {
    input: { ...requestCorrection, isApproved: true },
  });
}

test('all columns of the report of hours stand side by side on a screen of 1440 pixels', async ({ openBrowser }) => {
  const page = await openBrowser();
  await page.setViewportSize({ width: 1440, height: 900 });
  await signIn(page);
  const stamp = Date.now().toString(36);
  const person = await createEmployee(page, `Anneliese Zimmermann-Holzapfel ${stamp}`);
  const { employee } = await query<{ employee: { version: number } }>(
    page,
    'query ($id: ID!) { employee(id: $id) { version } }',
    { id: person.id },
  );
  // As long as numbers of other systems are.
  const input = { id: person.id, version: employee.version, number: `PERSONAL-${stamp}-00004711-DE` };
  await query(page, 'mutation ($input: UpdateEmployeeInput!) { updateEmployee(input: $input) { id } }', { input });
  for (const time of ['06:00', '14:00']) await enterMark(page, person, `${daysAgo(2)}T${time}:00Z`);
  const { attendanceReport } = await query<{ attendanceReport: { columns: { key: string }[] } }>(
    page,
    'query ($input: AttendanceReportInput!) { attendanceReport(input: $input) { columns { key } } }',
    { input: { kind: 'HOURS', from: daysAgo(25), to: daysAgo(1) } },
  );
  for (const language of ['en', 'de', 'ar']) {
    await useLanguage(page, language);
    await page.goto(`/reports?kind=HOURS&from=${daysAgo(25)}&to=${daysAgo(1)}`);
    await expect(page.getByRole('columnheader')).toHaveCount(attendanceReport.columns.length);
    await expect(page.getByRole('cell', { name: person.name })).toBeVisible();
    const hiddenPx = await page.locator('section:has(> table)').evaluate((box) => box.scrollWidth - box.clientWidth);
    expect(hiddenPx, `pixels to the side in ${language}`).toBeLessThanOrEqual(0);
  }
});

test('on a tablet the two dates of the audit log stand side by side', async ({ openBrowser }) => {
  const page = await openBrowser();
  await page.setViewportSize({ width: 768, height: 1024 });
  await signIn(page);
  for (const [language, from, to] of [
    ['en', 'From', 'To'],
    ['de', 'Von', 'Bis'],
  ] as const) {
    await useLanguage(page, language);
    await page.goto('/audit');
    const [fromField, toField] = [page.getByLabel(from, { exact: true }), page.getByLabel(to, { exact: true })];
    await expect(toField).toBeVisible();
    const [first, last] = [await fromField.boundingBox(), await toField.boundingBox()];
    expect(first?.y).toBe(last?.y);
    expect(Math.round(first?.width ?? 0)).toBe(Math.round(last?.width ?? 1));
  }
  await page.getByLabel('Bis', { exact: true }).fill(daysAgo(0));
  await expect(page).toHaveURL(new RegExp(`to=${daysAgo(0)}`));
});

test('where not all of a list of pages fits, the one that is open is in sight', async ({ openBrowser }) => {
  const page = await openBrowser();
  await signIn(page);
  await page.setViewportSize({ width: 390, height: 844 });
  for (const language of ['en', 'ar']) {
    await useLanguage(page, language);
    await page.goto('/settings?tab=about');
    await expect(page.locator('nav a[href="/settings?tab=about"]')).toBeInViewport({ ratio: 0.95 });
  }
  await useLanguage(page, 'en');
  await page.setViewportSize({ width: 1440, height: 640 });
  await page.goto('/audit');
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Who did what' })).toBeInViewport({
    ratio: 0.95,
  });
});
