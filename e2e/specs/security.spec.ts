import { createHmac } from 'node:crypto';
import type { Page } from '@playwright/test';
import { signIn } from '../actors/office.js';
import { expect, test } from '../fixtures.js';
import { query } from '../server/graphql.js';

const PASSWORD = 'seven grey herons by the lock';
const STEP_MS = 30_000;

/** What an authenticator app shows for a key (RFC 6238), now or some steps of 30 seconds from now. */
function codeOf(key: string, stepsFromNow: number): string {
  const bits = [...key.replaceAll(' ', '')]
    .map((sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'))
    .join('');
  const secret = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / STEP_MS) + stepsFromNow));
  const digest = createHmac('sha1', secret).update(counter).digest();
  const number = digest.readUInt32BE((digest.at(-1) ?? 0) & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

async function enterPassword(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

async function enterCode(page: Page, label: string, code: string): Promise<void> {
  await page.getByRole('textbox', { name: label }).fill(code);
  await page.getByRole('button', { name: 'Go on' }).click();
}

test('a code from an app is set up, asked for, replaced by a recovery code, and reset by an owner', async ({
  openBrowser,
}) => {
  const [owner, guest] = [await openBrowser(), await openBrowser()];
  await signIn(owner);
  const email = `${Date.now().toString(36)}-${process.pid}@example.org`;
  const invite = `mutation { inviteUser(input: { email: "${email}", role: AUDITOR }) { link } }`;
  const { inviteUser } = await query<{ inviteUser: { link: string } }>(owner, invite);
  await guest.goto(inviteUser.link);
  await guest.getByRole('textbox', { name: 'Your name' }).fill('Noor Haddad');
  await guest.getByRole('textbox', { name: 'New password' }).fill(PASSWORD);
  await guest.getByRole('button', { name: 'Start' }).click();
  await expect(guest.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();

  await guest.getByRole('button', { name: /^Account of/ }).click();
  await guest.getByRole('menuitem', { name: 'Sign-in and security' }).click();
  await guest.getByRole('button', { name: 'Set up' }).click();
  await guest.getByRole('textbox', { name: 'Your password' }).fill(PASSWORD);
  await guest.getByRole('button', { name: 'Next' }).click();
  await expect(guest.getByRole('img', { name: 'QR code for the authenticator app' })).toBeVisible();
  const key = (await guest.getByRole('status', { name: 'Key for the app' }).textContent()) ?? '';
  await guest.getByRole('textbox', { name: 'Then enter the code' }).fill('000 00x');
  await guest.getByRole('button', { name: 'Turn on' }).click();
  await expect(guest.getByText('This code is not right')).toBeVisible();
  const used = codeOf(key, -1);
  await guest.getByRole('textbox', { name: 'Then enter the code' }).fill(used);
  await guest.getByRole('button', { name: 'Turn on' }).click();
  const codes = (await guest.getByRole('status', { name: 'Recovery codes' }).textContent())?.split('\n') ?? [];
  expect(codes).toHaveLength(10);
  await guest.getByRole('button', { name: 'I have kept them' }).click();
  await expect(guest.getByText('10 recovery codes are left.')).toBeVisible();

  await guest.context().clearCookies();
  await enterPassword(guest, email);
  await enterCode(guest, 'Code from the app', used);
  await expect(guest.getByText('This code is not right, or it was used before.')).toBeVisible();
  await enterCode(guest, 'Code from the app', codeOf(key, 1));
  await expect(guest.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();

  await guest.context().clearCookies();
  await enterPassword(guest, email);
  await guest.getByRole('button', { name: 'Use a recovery code' }).click();
  await enterCode(guest, 'Recovery code', codes[0] ?? '');
  await expect(guest.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  await guest.goto('/security');
  await expect(guest.getByText('9 recovery codes are left.')).toBeVisible();

  await owner.goto('/settings?tab=access');
  await owner.getByRole('button', { name: 'Reset the second factor of Noor Haddad' }).last().click();
  await owner.getByRole('button', { name: 'Reset code', exact: true }).last().click();
  await expect(owner.getByText('The second factor of Noor Haddad was reset')).toBeVisible();
  await guest.goto('/security');
  await expect(guest).toHaveURL(/\/sign-in/);
  await enterPassword(guest, email);
  await expect(guest.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
});

test('a key gets a new secret, and both work while they overlap', async ({ openBrowser }) => {
  const owner = await openBrowser();
  await signIn(owner);
  const name = `payroll ${Date.now().toString(36)}`;
  const create = `mutation { createApiKey(input: { name: "${name}", scopes: ["employees:read"] }) { key } }`;
  const { createApiKey } = await query<{ createApiKey: { key: string } }>(owner, create);
  const works = async (key: string) => {
    const headers = { authorization: `Bearer ${key}` };
    const answer = await owner.request.post('/graphql', { headers, data: { query: '{ viewer { id } }' } });
    return (await answer.json()).errors === undefined;
  };
  await owner.goto('/settings?tab=keys');
  await owner.getByRole('button', { name: `New secret for the key ${name}` }).click();
  await owner.getByRole('button', { name: 'New secret', exact: true }).last().click();
  await expect(owner.getByRole('heading', { name: 'Copy the key now' })).toBeVisible();
  const next = (await owner.getByRole('dialog').locator('output').textContent()) ?? '';
  expect(await Promise.all([createApiKey.key, next].map(works))).toEqual([true, true]);
  await owner.getByRole('dialog').getByRole('button').last().click();
  await expect(owner.getByRole('row', { name: new RegExp(name) })).toContainText('Old key works until');
});
