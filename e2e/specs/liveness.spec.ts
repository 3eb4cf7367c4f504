import { markWithMovements, signIn } from '../actors/office.js';
import { renderPhoto } from '../camera/render-scene.js';
import { expect, test } from '../fixtures.js';
import { createEmployee, forgetFaces, keptOf, registerFace } from '../server/graphql.js';

test('a still picture before the camera is asked to move, refused in plain words, and marks nothing', async ({
  openBrowser,
}) => {
  const page = await openBrowser('anna');
  await signIn(page);
  await forgetFaces(page);
  const anna = await createEmployee(page, 'Anna Standbild');
  expect(await registerFace(page, anna, await renderPhoto('anna'))).toBe('REGISTERED');
  await markWithMovements(page, anna.number);
  await expect(page.getByText('Look straight into the camera')).toBeVisible();
  await expect(page.getByText('The movements were not as asked. Try again.')).toBeVisible({ timeout: 45_000 });
  expect(await keptOf(page, anna)).toEqual({ eventCount: 0, attemptOutcomes: ['LIVENESS_FAILED'] });
});
