import type { Page } from '@playwright/test';
import { signIn, useLanguage } from '../actors/office.js';
import { expect, test } from '../fixtures.js';
import { findCompany, makeCompany } from './company.js';

const NARROW = { width: 390, height: 780 };
const WIDE = { width: 1280, height: 800 };
/** Any day of the past: what is shown of it does not depend on the clock. */
const DAY = '2026-09-01';

/** The employee whose page is looked at; made by the first test that needs the organisation. */
let employeeId: Promise<string> | undefined;

async function open(page: Page): Promise<string> {
  await page.setViewportSize(WIDE);
  await signIn(page);
  employeeId ??= findCompany(page).then((found) => found ?? makeCompany(page));
  return employeeId;
}

async function look(page: Page, address: string, name: string): Promise<void> {
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.evaluate(() => document.fonts.ready);
  // What was entered just now has the time of now.
  await expect(page).toHaveScreenshot(`${name}.png`, { mask: [page.locator('main time')] });
}

test.use({ colorScheme: 'light' });

test('the landing page and the sign-in look as they did', async ({ openBrowser }) => {
  const page = await openBrowser();
  await page.setViewportSize(WIDE);
  await look(page, '/', 'landing');
  await look(page, '/sign-in', 'sign-in');
});

test('the lists and forms of the office look as they did', async ({ openBrowser }) => {
  const page = await openBrowser();
  const id = await open(page);
  await look(page, '/employees', 'employees');
  await look(page, `/employees/${id}`, 'employee');
  await look(page, `/attendance?date=${DAY}`, 'attendance');
  await look(page, `/reports?from=${DAY}&to=${DAY}`, 'reports');
  await look(page, '/inbox', 'inbox');
  await look(page, '/shifts', 'shifts');
});

test('the list of people looks as it did in Arabic and on a phone', async ({ openBrowser }) => {
  const page = await openBrowser();
  await open(page);
  await useLanguage(page, 'ar');
  await look(page, '/employees', 'employees-arabic');
  await useLanguage(page, 'en');
  await page.setViewportSize(NARROW);
  await look(page, '/employees', 'employees-phone');
});

test('a page whose style is lost is not taken for the page', async ({ openBrowser }, { config }) => {
  // While baselines are written anything would be taken.
  if (config.updateSnapshots === 'all' || config.updateSnapshots === 'changed') return;
  const page = await openBrowser();
  await open(page);
  await page.route('**/*.css', (route) => route.fulfill({ body: '', contentType: 'text/css' }));
  await expect(look(page, '/employees', 'employees')).rejects.toThrow(/ratio|pixels|size/i);
});

test('a list that lost rows is not taken for the list', async ({ openBrowser }, { config }) => {
  if (config.updateSnapshots === 'all' || config.updateSnapshots === 'changed') return;
  const page = await openBrowser();
  await open(page);
  await expect(look(page, '/employees?q=amira', 'employees')).rejects.toThrow(/ratio|pixels/i);
});
