import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { signIn } from '../actors/office.js';
import { expect, test } from '../fixtures.js';
import { createEmployee } from '../server/graphql.js';

const field = (page: Page) => page.getByRole('textbox', { name: 'A person, a page or an action' });

/** Opens the palette and types, with the keyboard alone. */
async function searchFor(page: Page, text: string): Promise<void> {
  // While it closes it still holds what was typed before.
  await expect(field(page)).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+k');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type(text);
}

async function findBarriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}

test('pages, people and actions are reached with the keyboard alone', async ({ openBrowser }) => {
  const page = await openBrowser();
  await signIn(page);
  const person = await createEmployee(page, 'Theodora Gesucht');
  await searchFor(page, person.number);
  await expect(page.getByRole('button', { name: /Theodora Gesucht/ })).toBeVisible();
  expect(await findBarriers(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Theodora Gesucht' })).toBeVisible();

  await searchFor(page, 'roster');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Roster' })).toBeVisible();

  await searchFor(page, 'add emp');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByLabel('Employee number')).toBeVisible();
  await page.keyboard.press('Escape');
  await searchFor(page, 'zzz nobody');
  await expect(page.getByText('Nothing found').last()).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog').getByText('Search people, pages and actions')).toBeVisible();
});
