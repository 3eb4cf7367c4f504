import type { Page } from '@playwright/test';
import { addDevice, expectStart, markAtKiosk, pairKiosk } from '../actors/door.js';
import { givePin, signIn } from '../actors/office.js';
import { renderPhoto } from '../camera/render-scene.js';
import { expect, test } from '../fixtures.js';
import { createEmployee, forgetFaces, keptOf, type NewEmployee, query, registerFace } from '../server/graphql.js';

const MARKS =
  'query ($id: ID!) { attendanceEvents(filter: { employeeId: $id }) { nodes { source assurance kind isOffline } } }';

async function marksOf(office: Page, { id }: NewEmployee): Promise<readonly object[]> {
  return (await query<{ attendanceEvents: { nodes: object[] } }>(office, MARKS, { id })).attendanceEvents.nodes;
}

test('a tablet is paired by a code, marks by camera, keeps marks while the server is out of reach, and is let in no more once it is retired', async ({
  openBrowser,
}) => {
  const office = await openBrowser();
  await signIn(office);
  await forgetFaces(office);
  const anna = await createEmployee(office, 'Anna Torwart');
  expect(await registerFace(office, anna, await renderPhoto('annaAnotherEvening'))).toBe('REGISTERED');
  const device = await addDevice(office);

  const kiosk = await openBrowser('anna');
  await pairKiosk(kiosk, device.code);
  await expect(kiosk.getByText(device.name)).toBeVisible();
  await markAtKiosk(kiosk, anna.number);
  await expect(kiosk.getByRole('heading', { name: /^Good (morning|afternoon|evening), Anna Torwart$/ })).toBeVisible();
  expect(await marksOf(office, anna)).toEqual([
    expect.objectContaining({ source: 'KIOSK', assurance: 'FACE_PAIRED_DEVICE', isOffline: false }),
  ]);
  await expectStart(kiosk);
  await expect(kiosk.getByText('Anna Torwart')).toHaveCount(0);

  await kiosk.context().setOffline(true);
  await markAtKiosk(kiosk, anna.number);
  await expect(kiosk.getByRole('heading', { name: 'Kept, will be sent' })).toBeVisible();
  await expect(kiosk.getByText('1 mark waits to be sent')).toBeVisible();
  expect(await marksOf(office, anna)).toHaveLength(1);
  await kiosk.context().setOffline(false);
  await expect(kiosk.getByText('1 mark waits to be sent')).toHaveCount(0);
  expect(await marksOf(office, anna)).toEqual([
    expect.objectContaining({ source: 'KIOSK', isOffline: true }),
    expect.objectContaining({ source: 'KIOSK', isOffline: false }),
  ]);

  await office.goto('/devices');
  await expect(office.getByRole('row', { name: new RegExp(device.name) })).toContainText('Paired since');
  await office.getByRole('button', { name: `Actions for ${device.name}` }).click();
  await office.getByRole('menuitem', { name: 'Retire' }).click();
  await office.getByRole('dialog').getByRole('button', { name: 'Retire' }).click();
  await expect(kiosk.getByRole('heading', { name: 'Pair this device' })).toBeVisible({ timeout: 90_000 });
});

test('another face at the kiosk does not match, and nobody is named', async ({ openBrowser }) => {
  const office = await openBrowser();
  await signIn(office);
  await forgetFaces(office);
  const anna = await createEmployee(office, 'Anna Torwart');
  expect(await registerFace(office, anna, await renderPhoto('anna'))).toBe('REGISTERED');
  const kiosk = await openBrowser('berta');
  await pairKiosk(kiosk, (await addDevice(office)).code);
  await markAtKiosk(kiosk, anna.number);
  await expect(kiosk.getByRole('heading', { name: 'Face does not match' })).toBeVisible();
  await expect(kiosk.getByText('Anna')).toHaveCount(0);
  expect(await keptOf(office, anna)).toEqual({ eventCount: 0, attemptOutcomes: ['NON_MATCH'] });
  await expectStart(kiosk);
});

test('who has no face registered marks by PIN on the pad, and it is seen that it was a PIN', async ({
  openBrowser,
}) => {
  const office = await openBrowser();
  await signIn(office);
  const paula = await createEmployee(office, 'Paula Ziffer');
  await givePin(office, paula.id, '481920');
  const kiosk = await openBrowser('berta');
  await pairKiosk(kiosk, (await addDevice(office)).code);
  await kiosk.getByText('Break begins', { exact: true }).click();
  await markAtKiosk(kiosk, paula.number);
  await expect(kiosk.getByRole('heading', { name: 'No face is registered under this number' })).toBeVisible();
  await kiosk.getByRole('button', { name: 'Use a PIN instead' }).click();
  for (const digit of '481920') await kiosk.getByRole('button', { name: digit, exact: true }).click();
  await kiosk.getByRole('button', { name: 'Go on' }).click();
  await expect(kiosk.getByRole('heading', { name: /Paula Ziffer$/ })).toBeVisible();
  await expect(kiosk.getByText(/^Break from/)).toBeVisible();
  expect(await marksOf(office, paula)).toEqual([
    expect.objectContaining({ source: 'KIOSK', assurance: 'PIN', kind: 'BREAK_START' }),
  ]);
});

test('a kiosk is sent its first screen before scripts run, with the texts of a kiosk only', async ({ openBrowser }) => {
  const kiosk = await openBrowser();
  const sent = async () => (await kiosk.request.get('/kiosk')).text();
  const first = await sent();
  expect(first).toMatch(/<h1[^>]*>Pair this device/);
  expect(first).not.toContain('Tell another program at once');
  // As a paired kiosk has it, while no page of it runs that could take it away.
  const domain = new URL(process.env.E2E_URL ?? '').hostname;
  await kiosk.context().addCookies([{ name: 'rollcall-kiosk', value: 'paired', domain, path: '/kiosk' }]);
  expect(await sent()).not.toContain('<h1');
  // The key of the device decides, and it has none.
  await kiosk.goto('/kiosk');
  await expect(kiosk.getByRole('heading', { name: 'Pair this device' })).toBeVisible();
  expect(await sent()).toContain('<h1');
});
