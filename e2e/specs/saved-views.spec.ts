import type { Page } from '@playwright/test';
import { signIn } from '../actors/office.js';
import { expect, test } from '../fixtures.js';
import { createEmployee, query } from '../server/graphql.js';

async function viewsOf(page: Page, list: 'EMPLOYEES' | 'ATTENDANCE'): Promise<readonly object[]> {
  const text = 'query ($list: SavedViewList!) { savedViews(list: $list) { name filters } }';
  return (await query<{ savedViews: object[] }>(page, text, { list })).savedViews;
}

test('filters of the list of people are named, chosen on another computer, renamed and removed', async ({
  openBrowser,
}) => {
  const [page, elsewhere] = [await openBrowser(), await openBrowser()];
  await signIn(page);
  const stamp = Date.now().toString(36);
  const [stays, leaves] = [await createEmployee(page, `Sina ${stamp}`), await createEmployee(page, `Theo ${stamp}`)];
  await query(page, 'mutation ($id: ID!) { deactivateEmployee(id: $id) { id } }', { id: leaves.id });
  await page.getByRole('link', { name: 'Employees', exact: true }).click();
  await page.getByRole('button', { name: 'Views', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Save these filters' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('No filter is set that could be kept.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Save view' })).toBeDisabled();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Views', exact: true })).toBeFocused();

  await page.getByLabel('Status').selectOption({ label: 'Left' });
  await page.getByRole('searchbox').fill(stamp);
  await expect(page).toHaveURL(new RegExp(`status=INACTIVE.*${stamp}`));
  await page.getByRole('button', { name: 'Views', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Save these filters' }).click();
  await dialog.getByLabel('Name of the view').fill(`Gone ${stamp}`);
  await dialog.getByRole('button', { name: 'Save view' }).click();
  await expect(page.getByRole('button', { name: `View: Gone ${stamp}` })).toBeFocused();
  expect(await viewsOf(page, 'EMPLOYEES')).toContainEqual({ name: `Gone ${stamp}`, filters: 'status=INACTIVE' });

  await signIn(elsewhere);
  await elsewhere.getByRole('link', { name: 'Employees', exact: true }).click();
  await elsewhere.getByRole('button', { name: 'Views', exact: true }).click();
  await elsewhere.getByRole('menuitem', { name: `Gone ${stamp}` }).click();
  await expect(elsewhere.getByRole('link', { name: leaves.name })).toBeVisible();
  await expect(elsewhere.getByRole('link', { name: stays.name })).toHaveCount(0);

  await page.getByRole('button', { name: `View: Gone ${stamp}` }).click();
  await page.getByRole('menuitem', { name: 'Rename and remove views' }).click();
  await dialog.getByLabel(`Name of the view Gone ${stamp}`).fill(`Left ${stamp}`);
  await dialog.getByRole('button', { name: 'Rename', exact: true }).click();
  await expect(dialog.getByLabel(`Name of the view Left ${stamp}`)).toBeVisible();
  expect(await viewsOf(page, 'EMPLOYEES')).toContainEqual({ name: `Left ${stamp}`, filters: 'status=INACTIVE' });
  await dialog.getByRole('button', { name: `Remove the view Left ${stamp}` }).click();
  await dialog.getByRole('button', { name: `Remove the view Left ${stamp} for good` }).click();
  await expect(dialog.getByLabel(`Name of the view Left ${stamp}`)).toHaveCount(0);
  await expect(dialog.getByRole('button', { name: 'Done' })).toBeFocused();
  expect(await viewsOf(page, 'EMPLOYEES')).toEqual([]);
});

test('a view of the days of attendance is chosen on another date, which stays', async ({ openBrowser }) => {
  const page = await openBrowser();
  await signIn(page);
  const name = `Absent ${Date.now().toString(36)}`;
  await page.goto('/attendance?status=ABSENT');
  await page.getByRole('button', { name: 'Views', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Save these filters' }).click();
  await page.getByRole('dialog').getByLabel('Name of the view').fill(name);
  await page.getByRole('dialog').getByRole('button', { name: 'Save view' }).click();
  await expect(page.getByRole('button', { name: `View: ${name}` })).toBeVisible();
  expect(await viewsOf(page, 'ATTENDANCE')).toContainEqual({ name, filters: 'status=ABSENT' });
  await page.goto('/attendance?date=2026-03-02');
  await page.getByRole('button', { name: 'Views', exact: true }).click();
  await page.getByRole('menuitem', { name }).click();
  await expect(page).toHaveURL(/\/attendance\?status=ABSENT&date=2026-03-02$/);
});
