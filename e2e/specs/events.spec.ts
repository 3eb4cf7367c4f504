import { signIn } from '../actors/office.js';
import { expect, test } from '../fixtures.js';
import { createEmployee, query } from '../server/graphql.js';

test('who is in changes at the moment of a mark, through the dashboard, without loading the page', async ({
  openBrowser,
}) => {
  const page = await openBrowser();
  await signIn(page);
  const employee = await createEmployee(page, 'Ilse Brandt');
  // The page after signing in has a socket of its own, which must not be taken for the one that is waited for.
  await page.goto('about:blank');
  const told: string[] = [];
  const acknowledged = page.waitForEvent('websocket').then(
    (socket) =>
      new Promise<void>((resolve) => {
        socket.on('framereceived', ({ payload }) => {
          if (String(payload).includes('connection_ack')) resolve();
          if (String(payload).includes('presenceChanged')) told.push(String(payload));
        });
      }),
  );
  await page.goto('/presence');
  await acknowledged;
  const input = { idempotencyKey: employee.number, employeeId: employee.id, reason: 'No camera at this gate' };
  const mark = 'mutation ($input: RecordSupervisorMarkInput!) { recordSupervisorMark(input: $input) { outcome } }';
  expect(await query(page, mark, { input })).toEqual({ recordSupervisorMark: { outcome: 'RECORDED' } });
  await expect.poll(() => told.length).toBeGreaterThan(0);
  await expect(page.getByRole('row', { name: /Ilse Brandt/ })).toBeVisible();
});

test('a mark that comes in fetches no page of the navigation ahead; pointing at a link fetches that one', async ({
  openBrowser,
}) => {
  const page = await openBrowser();
  await signIn(page);
  const employee = await createEmployee(page, `Ida Voraus ${Date.now().toString(36)}`);
  // Away from the navigation, which the pointer of the sign-in may rest on.
  await page.mouse.move(700, 600);
  const fetched: string[] = [];
  page.on('request', (request) => {
    const { referer = '', 'next-router-prefetch': ahead } = request.headers();
    // What the page before asks for ahead may come late.
    if (ahead !== undefined && referer.endsWith('/presence')) fetched.push(new URL(request.url()).pathname);
  });
  await page.goto('/presence');
  await expect(page.getByRole('heading', { level: 1, name: 'Who is in now' })).toBeVisible();
  const input = { idempotencyKey: employee.number, employeeId: employee.id, reason: 'No camera at this gate' };
  const mark = 'mutation ($input: RecordSupervisorMarkInput!) { recordSupervisorMark(input: $input) { outcome } }';
  expect(await query(page, mark, { input })).toEqual({ recordSupervisorMark: { outcome: 'RECORDED' } });
  await expect(page.getByRole('row', { name: new RegExp(employee.name) })).toBeVisible();
  await page.getByRole('link', { name: 'Roster' }).hover();
  await expect.poll(() => fetched).toContain('/roster');
  expect(new Set(fetched)).toEqual(new Set(['/roster']));
});

test('a webhook is made, shows its key once, and says what became of a test', async ({ openBrowser }) => {
  const page = await openBrowser();
  await signIn(page);
  await page.goto('/settings?tab=webhooks');
  await page.getByRole('button', { name: 'Add webhook' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Payroll');
  await dialog.getByLabel('Address').fill('https://127.0.0.1/hook');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  // The product as it is delivered refuses this machine, whatever name leads there.
  await expect(dialog.getByRole('alert')).toContainText('This address cannot be used');
  await dialog.getByLabel('Address').fill('https://localhost/hook');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('status', { name: 'Signing key' })).toHaveText(/^whsec_/);
  await page.getByRole('button', { name: 'I have copied it' }).click();
  await page.getByRole('button', { name: 'Send a test' }).click();
  await expect(page.getByRole('row', { name: /Test/ })).toContainText('Waiting');
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole('row', { name: /Test/ })).toContainText('private network', { timeout: 1_000 });
  }).toPass();
  await page.getByRole('button', { name: 'Remove the webhook Payroll' }).click();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(page.getByText('No webhooks yet')).toBeVisible();
});
