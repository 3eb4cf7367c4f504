import { signIn } from '../actors/office.js';
import { expect, test } from '../fixtures.js';
import { query } from '../server/graphql.js';

test('a setting that is saved keeps the focus, and what was typed in the form beside it', async ({ openBrowser }) => {
  const page = await openBrowser();
  await signIn(page);
  await page.goto('/settings?tab=organisation');
  const [organisation, codes] = [
    page.getByRole('region', { name: 'Organisation' }),
    page.getByRole('region', { name: 'Pay codes' }),
  ];
  await codes.getByRole('button', { name: 'Add a code' }).click();
  await codes.getByLabel('Code', { exact: true }).last().fill('4711');
  const days = organisation.getByLabel('Days until the face of somebody who left is deleted');
  const next = (await days.inputValue()) === '31' ? '32' : '31';
  await days.fill(next);
  await days.press('Enter');
  await expect(page.getByText('The settings are saved')).toBeVisible();
  await expect(organisation.getByRole('button', { name: 'Save', exact: true })).toBeDisabled();
  await expect(days).toBeFocused();
  await expect(codes.getByLabel('Code', { exact: true }).last()).toHaveValue('4711');
  const { settings } = await query<{ settings: { templateRetentionDaysAfterLeaving: number } }>(
    page,
    '{ settings { templateRetentionDaysAfterLeaving } }',
  );
  expect(settings.templateRetentionDaysAfterLeaving).toBe(Number(next));
});
