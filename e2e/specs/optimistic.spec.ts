import type { Page } from '@playwright/test';
import { signIn } from '../actors/office.js';
import { expect, test } from '../fixtures.js';
import { createEmployee, query } from '../server/graphql.js';

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

/** Holds what the browser sends back on the line until it is released; the server answers as ever. */
async function holdRequests(page: Page, name: string): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/graphql', async (route) => {
    if (route.request().postDataJSON()?.operationName === name) await released;
    await route.continue();
  });
  return release;
}

async function askForMark(page: Page, name: string) {
  const person = await createEmployee(page, name);
  const input = { employeeId: person.id, action: 'ADD', at: `${daysAgo(2)}T10:00:00Z`, reason: `Gate of ${name}` };
  await query(page, 'mutation ($input: RequestCorrectionInput!) { requestCorrection(input: $input) { id } }', {
    input,
  });
  const status = async () => {
    const { corrections } = await query<{ corrections: { nodes: { status: string }[] } }>(
      page,
      'query ($id: ID!) { corrections(filter: { employeeId: $id }) { nodes { status } } }',
      { id: person.id },
    );
    return corrections.nodes.map((one) => one.status);
  };
  return { status };
}

test('a request leaves the inbox when it is decided, before the server has answered', async ({ openBrowser }) => {
  const page = await openBrowser();
  await signIn(page);
  const { status } = await askForMark(page, 'Frieda Sofort');
  await page.goto('/inbox');
  const row = page.getByRole('table', { name: 'Corrections' }).getByRole('row', { name: /Frieda Sofort/ });
  await expect(row).toBeVisible();
  const release = await holdRequests(page, 'DecideCorrection');
  await page.getByRole('button', { name: 'Approve the request of Frieda Sofort' }).click();
  await expect(row).toBeHidden();
  expect(await status()).toEqual(['PENDING']);
  release();
  await expect(page.getByText('Decided', { exact: true })).toBeVisible();
  await expect(row).toBeHidden();
  expect(await status()).toEqual(['APPROVED']);
});

test('a request that could not be decided comes back, and it is said why', async ({ openBrowser }) => {
  const page = await openBrowser();
  await signIn(page);
  const { status } = await askForMark(page, 'Gisela Zurück');
  await page.goto('/inbox');
  const row = page.getByRole('table', { name: 'Corrections' }).getByRole('row', { name: /Gisela Zurück/ });
  await expect(row).toBeVisible();
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Approve the request of Gisela Zurück' }).click();
  await expect(page.getByText('Not decided: Gisela Zurück')).toBeVisible();
  await expect(page.getByText('The server does not answer.')).toBeVisible();
  await expect(row).toBeVisible();
  await page.context().setOffline(false);
  expect(await status()).toEqual(['PENDING']);
  await page.getByRole('button', { name: 'Approve the request of Gisela Zurück' }).click();
  await expect(page.getByText('Decided', { exact: true })).toBeVisible();
  expect(await status()).toEqual(['APPROVED']);
});

/** Somebody whose day lacks a mark, and the owner told of it: saving the settings makes the server look at once. */
async function beTold(page: Page): Promise<void> {
  const person = await createEmployee(page, 'Hilde Halbtag');
  const input = { employeeId: person.id, action: 'ADD', at: `${daysAgo(2)}T10:00:00Z`, reason: 'Gate' };
  const { requestCorrection } = await query<{ requestCorrection: { id: string; version: number } }>(
    page,
    'mutation ($input: RequestCorrectionInput!) { requestCorrection(input: $input) { id version } }',
    { input },
  );
  await query(page, 'mutation ($input: DecisionInput!) { decideCorrection(input: $input) { id } }', {
    input: { ...requestCorrection, isApproved: true },
  });
  const { notificationSettings } = await query<{ notificationSettings: { version: number } }>(
    page,
    '{ notificationSettings { version } }',
  );
  await query(
    page,
    'mutation ($input: UpdateNotificationSettingsInput!) { updateNotificationSettings(input: $input) { version } }',
    {
      input: {
        version: notificationSettings.version,
        rules: [{ role: 'OWNER', kind: 'MISSING_MARK', channels: ['IN_APP'] }],
      },
    },
  );
  await expect.poll(() => unreadOf(page), { timeout: 150_000 }).toBeGreaterThan(0);
}

const unreadOf = async (page: Page) =>
  (await query<{ unreadNotificationCount: number }>(page, '{ unreadNotificationCount }')).unreadNotificationCount;

test('the bell says that it is loading, and what is read is shown as read before the server has answered', async ({
  openBrowser,
}) => {
  const page = await openBrowser();
  await signIn(page);
  await beTold(page);
  await page.goto('/employees');
  const bell = page.getByRole('button', { name: /^Notifications, \d+ unread/ });
  await expect(bell).toBeVisible();
  const showList = await holdRequests(page, 'Notifications');
  await bell.click();
  const list = page.getByRole('dialog', { name: 'Notifications' });
  await expect(list.getByRole('status')).toContainText('Loading');
  showList();
  await expect(list.getByRole('img', { name: 'Unread' }).first()).toBeVisible();
  await expect(list.getByRole('status')).toHaveCount(0);

  await page.unroute('**/graphql');
  const tellServer = await holdRequests(page, 'MarkNotificationsRead');
  await list.getByRole('button', { name: 'Mark all as read' }).click();
  await expect(list.getByRole('img', { name: 'Unread' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Notifications, none unread' })).toBeVisible();
  expect(await unreadOf(page)).toBeGreaterThan(0);
  tellServer();
  await expect.poll(() => unreadOf(page)).toBe(0);
  await expect(page.getByRole('button', { name: 'Notifications, none unread' })).toBeVisible();
});
