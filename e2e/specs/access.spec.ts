import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { accept, GUEST_PASSWORD, invite } from '../actors/guest.js';
import { signIn } from '../actors/office.js';
import { expect, test } from '../fixtures.js';
import { createEmployee, query } from '../server/graphql.js';

const NEW_PASSWORD = 'a lantern for the night ferry';
const newAddress = () => `${Date.now().toString(36)}-${process.pid}@example.org`;
/** As the owner is told: others may not send documents of their own. */
async function rolesOf(owner: Page, email: string): Promise<readonly string[] | undefined> {
  type Users = { users: { nodes: { email: string; roles: string[] }[] } };
  const { users } = await query<Users>(owner, '{ users(first: 100) { nodes { email roles } } }');
  return users.nodes.find((user) => user.email === email)?.roles;
}

test('somebody is invited, comes in with their role, and is out at once when it is turned off', async ({
  openBrowser,
}) => {
  const [owner, guest] = [await openBrowser(), await openBrowser()];
  await signIn(owner);
  const email = newAddress();
  const link = await invite(owner, email, 'Manager');
  await accept(guest, link, 'Ines Moreau');
  expect(await rolesOf(owner, email)).toEqual(['MANAGER']);
  await expect(guest.getByRole('link', { name: 'Attempts' })).toHaveCount(0);
  await guest.goto('/settings');
  await expect(guest.getByRole('link', { name: 'People with access' })).toHaveCount(0);

  await owner.goto('/settings?tab=access');
  await owner.getByRole('button', { name: 'Turn off the access of Ines Moreau' }).click();
  await owner.getByRole('button', { name: 'Turn off', exact: true }).last().click();
  await expect(owner.getByRole('row', { name: new RegExp(email) })).toContainText('Turned off');
  await guest.goto('/overview');
  await expect(guest).toHaveURL(/\/sign-in/);
  await guest.goto(link);
  await expect(guest.getByText('This link was used or is over.')).toBeVisible();
});

test('an employee asks for a forgotten mark on their own day, and it waits in the inbox', async ({ openBrowser }) => {
  const [owner, guest] = [await openBrowser(), await openBrowser()];
  await signIn(owner);
  const [ada, other] = [await createEmployee(owner, 'Ada Vergessen'), await createEmployee(owner, 'Ben Anders')];
  const { inviteUser } = await query<{ inviteUser: { link: string } }>(
    owner,
    'mutation ($input: InviteUserInput!) { inviteUser(input: $input) { link } }',
    { input: { email: newAddress(), role: 'EMPLOYEE', employeeId: ada.id } },
  );
  await accept(guest, inviteUser.link, 'Ada Vergessen');
  const date = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  await guest.goto(`/attendance/${ada.id}/${date}`);
  await guest.getByRole('button', { name: 'Ask for a mark' }).click();
  const dialog = guest.getByRole('dialog');
  await dialog.getByLabel('Time').fill('09:00');
  await dialog.getByLabel('Reason').fill('I left through the yard.');
  await expect(dialog.getByRole('button', { name: 'Show what would change' })).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Send the request' }).click();
  await expect(guest.getByText('The request was sent')).toBeVisible();

  await owner.goto('/inbox');
  await expect(owner.getByRole('row', { name: /Ada Vergessen/ })).toContainText('I left through the yard.');
  const { corrections } = await query<{ corrections: { nodes: { status: string }[] } }>(
    owner,
    'query ($id: ID!) { corrections(filter: { employeeId: $id }) { nodes { status } } }',
    { id: ada.id },
  );
  expect(corrections.nodes).toEqual([{ status: 'PENDING' }]);
  await guest.goto(`/attendance/${other.id}/${date}`);
  await expect(guest.getByRole('button', { name: 'Ask for a mark' })).toHaveCount(0);
});

test('a forgotten password is replaced through the link in the letter', async ({ openBrowser }) => {
  const [owner, guest] = [await openBrowser(), await openBrowser()];
  await signIn(owner);
  const email = newAddress();
  await accept(guest, await invite(owner, email, 'Auditor'), 'Lucía Romero');
  await guest.context().clearCookies();
  await guest.goto('/sign-in');
  await guest.getByRole('link', { name: 'Forgot your password?' }).click();
  // The page before has a field of the same name.
  await expect(guest.getByRole('heading', { level: 1, name: 'New password' })).toBeVisible();
  await guest.getByRole('textbox', { name: 'E-mail' }).fill(email);
  await guest.getByRole('button', { name: 'Send link' }).click();
  await expect(guest.getByText('a link is on its way')).toBeVisible();
  await expect.poll(() => linkIn(email)).toMatch(/reset-password#/);
  await guest.goto(await linkIn(email));
  await guest.getByRole('textbox', { name: 'New password' }).fill('password password');
  await guest.getByRole('button', { name: 'Save and sign in' }).click();
  await expect(guest.getByText('easily guessed')).toBeVisible();
  await guest.getByRole('textbox', { name: 'New password' }).fill(NEW_PASSWORD);
  await guest.getByRole('button', { name: 'Save and sign in' }).click();
  await expect(guest.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  expect(await rolesOf(owner, email)).toEqual(['AUDITOR']);
});

/** The link of the last letter to this address: without a mail server letters are files. */
async function linkIn(email: string): Promise<string> {
  const folder = path.join(process.env.E2E_DATA_DIR ?? '', 'mail');
  const names = (await readdir(folder)).sort().reverse();
  for (const name of names) {
    const letter = await readFile(path.join(folder, name), 'utf8');
    if (letter.startsWith(`To: ${email}\n`)) return /http\S+#\S+/.exec(letter)?.[0] ?? '';
  }
  return '';
}

test('the record of who did what is whole, is filtered, and leads to everything about one person', async ({
  openBrowser,
}) => {
  const owner = await openBrowser();
  await signIn(owner);
  const { id } = await createEmployee(owner, 'Pia Protokoll');
  await owner.getByRole('link', { name: 'Who did what' }).first().click();
  await expect(owner.getByText('The record is whole')).toBeVisible();
  await owner.getByLabel('What', { exact: true }).selectOption({ label: 'Person added' });
  await expect(owner).toHaveURL(/action=EMPLOYEE_CREATED/);
  const line = owner.getByRole('row', { name: /Pia Protokoll/ });
  await line.getByRole('button', { name: /Details of “Person added”/ }).click();
  const entry = owner.getByRole('dialog', { name: 'Entry' });
  await expect(entry).toContainText('EMPLOYEE_CREATED');
  await entry.getByRole('link', { name: 'Everything about this' }).click();
  await expect(owner).toHaveURL(new RegExp(`kind=EMPLOYEE&target=${id}`));
  const lines = owner.getByRole('table', { name: 'Record of who did what' }).getByRole('row');
  // The heading, the agreement and the adding.
  await expect(lines).toHaveCount(3);
  await expect(lines.nth(1)).toContainText('Agreement recorded');
  await owner.getByRole('button', { name: 'Show all they are about' }).click();
  await expect(owner).not.toHaveURL(/target=/);
  await owner.getByLabel('Result').selectOption({ label: 'Refused' });
  await expect(owner.getByRole('row', { name: /Pia Protokoll/ })).toHaveCount(0);
});

test('the owner sees where somebody is signed in, and ends one session, then all', async ({ openBrowser }) => {
  const [owner, office, home] = [await openBrowser(), await openBrowser(), await openBrowser()];
  await signIn(owner);
  const email = newAddress();
  const { inviteUser } = await query<{ inviteUser: { link: string } }>(
    owner,
    'mutation ($input: InviteUserInput!) { inviteUser(input: $input) { link } }',
    { input: { email, role: 'AUDITOR' } },
  );
  await accept(office, inviteUser.link, 'Olaf Verteilt');
  await home.goto('/sign-in');
  await home.getByLabel('E-mail').fill(email);
  await home.getByRole('textbox', { name: 'Password' }).fill(GUEST_PASSWORD);
  await home.getByRole('button', { name: 'Sign in' }).click();
  await expect(home.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  type Users = { users: { nodes: { id: string; email: string }[] } };
  const { users } = await query<Users>(owner, '{ users(first: 100) { nodes { id email } } }');
  const userId = users.nodes.find((user) => user.email === email)?.id ?? '';
  const count = async () =>
    (
      await query<{ userSessions: object[] }>(owner, 'query ($id: ID!) { userSessions(userId: $id) { id } }', {
        id: userId,
      })
    ).userSessions.length;
  expect(await count()).toBe(2);

  await owner.goto('/settings?tab=access');
  await owner.getByRole('button', { name: 'More about the access of Olaf Verteilt' }).click();
  await owner.getByRole('menuitem', { name: 'Where signed in' }).click();
  const dialog = owner.getByRole('dialog', { name: 'Where Olaf Verteilt is signed in' });
  await expect(dialog.getByText('Chrome · Linux')).toHaveCount(2);
  await dialog.getByRole('button', { name: 'Sign out here' }).first().click();
  await expect(dialog.getByText('Chrome · Linux')).toHaveCount(1);
  await expect(dialog.getByRole('button', { name: 'Done' })).toBeFocused();
  await home.goto('/employees');
  await expect(home).toHaveURL(/\/sign-in/);
  expect(await count()).toBe(1);

  await dialog.getByRole('button', { name: 'Sign out everywhere' }).click();
  await dialog.getByRole('button', { name: 'Yes, sign out everywhere' }).click();
  await expect(dialog.getByText('Olaf Verteilt is signed in nowhere.')).toBeVisible();
  expect(await count()).toBe(0);
  await office.goto('/employees');
  await expect(office).toHaveURL(/\/sign-in/);
});

test('people see where they are signed in themselves, and sign out everywhere but here', async ({ openBrowser }) => {
  const [owner, here, home, phone] = [
    ...[await openBrowser(), await openBrowser()],
    ...[await openBrowser(), await openBrowser()],
  ] as const;
  await signIn(owner);
  const email = newAddress();
  const { inviteUser } = await query<{ inviteUser: { link: string } }>(
    owner,
    'mutation ($input: InviteUserInput!) { inviteUser(input: $input) { link } }',
    { input: { email, role: 'AUDITOR' } },
  );
  await accept(here, inviteUser.link, 'Wanda Anderswo');
  for (const page of [home, phone]) {
    await page.goto('/sign-in');
    await page.getByLabel('E-mail').fill(email);
    await page.getByRole('textbox', { name: 'Password' }).fill(GUEST_PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  }

  await here.goto('/security');
  const own = here.getByRole('region', { name: 'Where you are signed in' });
  const lines = own.getByRole('listitem');
  await expect(lines).toHaveCount(3);
  await expect(lines.first()).toContainText('This browser');
  await lines.last().getByRole('button', { name: 'Sign out here' }).click();
  await expect(lines).toHaveCount(2);
  await expect(own.getByRole('group', { name: 'Where you are signed in' })).toBeFocused();
  await own.getByRole('button', { name: 'Sign out everywhere else' }).click();
  await expect(own.getByText('You are signed in nowhere else.')).toBeVisible();
  await expect(lines).toHaveCount(1);
  for (const page of [home, phone]) {
    await page.goto('/employees');
    await expect(page).toHaveURL(/\/sign-in/);
  }
  await here.goto('/employees');
  await expect(here).not.toHaveURL(/\/sign-in/);
});
