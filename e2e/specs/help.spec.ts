import { signIn } from '../actors/office.js';
import { expect, test } from '../fixtures.js';

test('a page leads to what explains it, and the help is searched', async ({ openBrowser }) => {
  const page = await openBrowser();
  await signIn(page);
  await page.goto('/attempts');
  await page.getByRole('link', { name: 'Help: Why somebody is refused' }).click();
  await expect(page).toHaveURL(/\/help#refused$/);
  await expect(page.getByRole('region', { name: 'Why somebody is refused' })).toBeInViewport();
  await page.getByRole('searchbox', { name: 'Search the help' }).fill('sunglasses');
  await expect(page.getByRole('status').filter({ hasText: '1 topic' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Good photos' })).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search the help' }).fill('submarine');
  await expect(page.getByText('Nothing about this')).toBeVisible();
});
