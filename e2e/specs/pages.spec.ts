import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { findCutTexts } from '../actors/find-cut-texts.js';
import { signIn, useLanguage } from '../actors/office.js';
import { expect, test } from '../fixtures.js';
import { createEmployee, query } from '../server/graphql.js';

/** Serious and critical findings of axe, in words. In the dark only colours are other ones, so only they are looked at again. */
async function findBarriers(page: Page, colorScheme: 'light' | 'dark'): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const looking = colorScheme === 'light' ? axe : axe.withRules(['color-contrast', 'link-in-text-block']);
  const { violations } = await looking.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}

const OPEN = ['/', '/privacy', '/sign-in', '/invitation', '/forgot-password', '/reset-password'];
const BEHIND = [
  '/overview',
  '/employees',
  '/attendance',
  '/inbox',
  '/reports',
  '/roster',
  '/shifts',
  '/rules',
  '/periods',
  '/holidays',
  '/leave',
  '/sites',
  '/devices',
  '/imports',
  '/presence',
  '/settings?tab=organisation',
  '/attempts',
  '/recognition',
  '/compare',
  '/audit',
  '/verify',
  '/mark',
  '/settings',
  '/settings?tab=fields',
  '/settings?tab=access',
  '/settings?tab=webhooks',
  '/help',
  '/security',
  '/start',
  '/explorer',
];

/** So that the roster is a roster and no empty page. */
async function createShift(page: Page): Promise<void> {
  await query(page, 'mutation ($input: CreateShiftInput!) { createShift(input: $input) { id } }', {
    input: { name: `Früh ${Date.now()}`, start: '06:00', end: '14:00' },
  });
}

test('the landing page names the three things it does and leads to the sign-in', async ({ openBrowser }) => {
  const page = await openBrowser();
  await page.goto('/');
  for (const name of ['Register a face', 'Verify a face', 'Mark attendance']) {
    await expect(page.getByRole('heading', { name })).toBeVisible();
  }
  await page.getByRole('link', { name: 'Privacy notice' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Privacy notice' })).toBeVisible();
  await page.goto('/');
  await page.getByRole('link', { name: 'Sign in' }).first().click();
  await expect(page).toHaveURL(/\/sign-in/);
});

test('no page has a serious barrier, light or dark', async ({ openBrowser }) => {
  // Every page there is: the limit is for a busy machine.
  test.slow();
  const page = await openBrowser('anna');
  const barriers: Record<string, string[]> = {};
  const look = async (path: string) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
      await allFaded(page);
      barriers[`${path} (${colorScheme})`] = await findBarriers(page, colorScheme);
    }
  };
  for (const path of OPEN) await look(path);
  await signIn(page);
  const employee = await createEmployee(page, 'Anna Barrierefrei');
  await createShift(page);
  const today = new Date().toISOString().slice(0, 10);
  const ofEmployee = [`/employees/${employee.id}`, `/employees/${employee.id}/register-face`];
  for (const path of [...BEHIND, ...ofEmployee, `/attendance/${employee.id}/${today}`]) await look(path);
  expect(Object.entries(barriers).filter(([, found]) => found.length > 0)).toEqual([]);
});

test('no text is cut off on any page, wide or on a phone, with texts a third longer', async ({ openBrowser }) => {
  test.slow();
  const page = await openBrowser();
  await signIn(page);
  const { id } = await createEmployee(page, 'Anna Langtext');
  const today = new Date().toISOString().slice(0, 10);
  const ofEmployee = [`/employees/${id}`, `/employees/${id}/register-face`, `/attendance/${id}/${today}`];
  await createShift(page);
  await useLanguage(page, 'qps');
  await page.goto('/overview');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^⟦.*⟧$/);
  const cut: Record<string, string[]> = {};
  for (const path of [...OPEN, ...BEHIND, ...ofEmployee]) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    for (const width of [1440, 768, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await nextFrames(page);
      cut[`${path} (${width} px)`] = await findCutTexts(page);
    }
  }
  expect(Object.entries(cut).filter(([, found]) => found.length > 0)).toEqual([]);
});

/** Until no colour is on its way from light to dark any more: half-way there is no contrast. */
async function allFaded(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const fading = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
    await Promise.all(fading.map(({ finished }) => finished.catch(() => undefined)));
  });
}

/** Until what depends on the width of the window is drawn for it: media queries, then what they make React draw. */
async function nextFrames(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      }),
  );
}
