import { findCutTexts } from '../actors/find-cut-texts.js';
import { signIn, useLanguage } from '../actors/office.js';
import { expect, test } from '../fixtures.js';
import { createEmployee, query } from '../server/graphql.js';

test('the language is chosen before the sign-in and in the menu, and stays', async ({ openBrowser }) => {
  const page = await openBrowser();
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Language: English' }).click();
  await page.getByRole('menuitem', { name: 'Deutsch' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Anmelden' })).toBeVisible();
  await page.getByRole('button', { name: 'Sprache: Deutsch' }).click();
  await page.getByRole('menuitem', { name: 'English' }).click();
  await signIn(page);
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('menuitem', { name: 'العربية' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'نظرة عامة' })).toBeVisible();
  await page.goto('/employees');
  await expect(page.getByRole('heading', { level: 1, name: 'الموظفون' })).toBeVisible();
});

test('Arabic pages run from right to left and write times with the digits of clocks', async ({ openBrowser }) => {
  const page = await openBrowser();
  await signIn(page);
  const employee = await createEmployee(page, 'Anna Rechtsherum');
  await query(
    page,
    'mutation ($input: RecordSupervisorMarkInput!) { recordSupervisorMark(input: $input) { outcome } }',
    {
      input: { idempotencyKey: employee.id, employeeId: employee.id, reason: 'Badge forgotten' },
    },
  );
  await useLanguage(page, 'ar');
  await page.goto('/overview');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  const [menu, content] = await Promise.all(
    [page.getByRole('navigation'), page.getByRole('main')].map((part) => part.boundingBox()),
  );
  expect(menu?.x ?? 0).toBeGreaterThan(content?.x ?? Number.POSITIVE_INFINITY);
  await page.goto('/attendance?view=marks');
  await expect(page.locator('table time').first()).toHaveText(/^\d\d:\d\d/);
});

test('a language that is there in part says so, and shows English where it has no words', async ({ openBrowser }) => {
  const page = await openBrowser();
  await page.goto('/');
  await page.getByRole('button', { name: 'Language: English' }).click();
  await page.getByRole('menuitem', { name: 'Español (in part)' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sepa quién estuvo, sin colas.' })).toBeVisible();
  await page.goto('/privacy');
  await expect(page.getByRole('heading', { level: 1, name: 'Privacy notice' })).toBeVisible();
});

test('a text that is cut off is found, a long name that ends in dots is not', async ({ openBrowser }) => {
  const page = await openBrowser();
  const box = (text: string) => `<p style="width: 3rem; overflow: hidden; white-space: nowrap">${text}</p>`;
  await page.setContent(`${box('⟦Ţëxţ öf ţħë çáţáĺöğüë⟧')}${box('A name of forty letters')}${box('⟦Á⟧')}`);
  expect(await findCutTexts(page)).toEqual(['p: ⟦Ţëxţ öf ţħë çáţáĺöğüë⟧']);
  await page.setContent('<p style="width: 3000px">⟦Wïđë⟧</p>');
  expect(await findCutTexts(page)).toEqual(['the page is 3008 px wide']);
});
