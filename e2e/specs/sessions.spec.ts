import { signInAnew } from '../actors/office.js';
import { expect, test } from '../fixtures.js';

/** Every page behind the sign-in. */
const PROTECTED = ['/overview', '/employees', '/attendance', '/attempts', '/verify', '/mark', '/settings'];

test('without a session every page leads to the sign-in', async ({ openBrowser }) => {
  const page = await openBrowser();
  for (const path of PROTECTED) {
    await page.goto(path);
    await expect(page, path).toHaveURL(/\/sign-in/);
  }
});

test('after signing out no page and no answer of the API is left', async ({ openBrowser }) => {
  const page = await openBrowser();
  await signInAnew(page);
  const ask = () =>
    page.request.post('/graphql', {
      headers: { 'x-rollcall-explorer': '1' },
      data: { query: '{ employees { totalCount } }' },
    });
  expect((await (await ask()).json()).errors).toBeUndefined();
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/sign-in|\/$/);
  for (const path of PROTECTED) {
    await page.goto(path);
    await expect(page, path).toHaveURL(/\/sign-in/);
  }
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toHaveCount(0);
  expect((await (await ask()).json()).errors[0].extensions.code).toBe('UNAUTHENTICATED');
});

test('a wrong password and an unknown address get the same answer', async ({ openBrowser }) => {
  const page = await openBrowser();
  const answers: (string | null)[] = [];
  for (const email of ['owner@e2e.example', 'nobody@e2e.example']) {
    await page.goto('/sign-in');
    await page.getByLabel('E-mail').fill(email);
    await page.getByRole('textbox', { name: 'Password' }).fill('not the password at all');
    await page.getByRole('button', { name: 'Sign in' }).click();
    answers.push(await page.getByText(/is not right/).textContent());
  }
  expect(answers[0]).toBe(answers[1]);
});
