import { signIn } from '../actors/office.js';
import { expect, test } from '../fixtures.js';
import { createEmployee } from '../server/graphql.js';

const SAID = [
  { scene: 'anna', says: 'Just right' },
  { scene: 'nobody', says: 'No face to be seen' },
  { scene: 'twoPeople', says: 'Only one person, please' },
] as const;

for (const { scene, says } of SAID) {
  test(`before anything is sent, a camera that shows ${scene} is told “${says}”`, async ({ openBrowser }) => {
    const page = await openBrowser(scene);
    await signIn(page);
    await page.goto('/verify');
    await expect(page.getByRole('status').filter({ hasText: says })).toBeVisible({ timeout: 30_000 });
  });
}

test('photos of a registration are taken by themselves when the face is right', async ({ openBrowser }) => {
  const page = await openBrowser('anna');
  await signIn(page);
  const anna = await createEmployee(page, `Anna Freihand ${Date.now()}`);
  await page.goto(`/employees/${anna.id}/register-face`);
  await expect(page.getByRole('button', { name: 'Register face' })).toBeDisabled();
  await page.getByRole('switch', { name: 'Take photos by itself' }).check();
  await expect(page.getByRole('button', { name: 'Register with 1 photo' })).toBeEnabled({ timeout: 30_000 });
});
