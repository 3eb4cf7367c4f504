import { readFile } from 'node:fs/promises';
import { signIn } from '../actors/office.js';
import { expect, test } from '../fixtures.js';
import { createEmployee, query } from '../server/graphql.js';

test('a site gets a circle and a network, its rules are kept, and it can be closed', async ({ openBrowser }) => {
  const page = await openBrowser();
  await signIn(page);
  const name = `Lager ${Date.now()}`;
  await page.goto('/sites');
  await page.getByRole('button', { name: 'Add site' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByText('Circle', { exact: true }).click();
  await dialog.getByLabel('Latitude').fill('53.5412');
  await dialog.getByLabel('Longitude').fill('9.9841');
  await dialog.getByLabel('Radius in metres').fill('200');
  await expect(dialog.getByRole('img', { name: 'Drawing of the area, north up' })).toBeVisible();
  await dialog.getByLabel('A mark from outside is').selectOption('Refused');
  await dialog.getByLabel('Allowed ranges of addresses').fill('192.0.2.0/24');
  await dialog.getByRole('button', { name: 'Add site' }).click();
  const row = page.getByRole('row', { name: new RegExp(name) });
  await expect(row).toContainText('Circle of 200 m');
  const stored = async () => {
    const { sites } = await query<{ sites: { name: string }[] }>(
      page,
      `{ sites(includeArchived: true) {
        name isArchived geofenceMode networkMode allowedNetworks geofence { radiusMetres centre { latitude longitude } }
      } }`,
    );
    return sites.find((site) => site.name === name);
  };
  expect(await stored()).toEqual({
    ...{ name, isArchived: false, geofenceMode: 'REFUSE', networkMode: 'FLAG', allowedNetworks: ['192.0.2.0/24'] },
    geofence: { radiusMetres: 200, centre: { latitude: 53.5412, longitude: 9.9841 } },
  });

  await row.getByRole('button', { name: `Actions for ${name}` }).click();
  await page.getByRole('menuitem', { name: 'Close' }).click();
  await expect(row.getByText('Closed')).toBeVisible();
  expect(await stored()).toMatchObject({ isArchived: true });
});

test('a device is registered, tells that its clock is wrong, and is retired', async ({ openBrowser }) => {
  const page = await openBrowser();
  await signIn(page);
  const name = `Terminal ${Date.now()}`;
  await page.goto('/devices');
  await page.getByRole('button', { name: 'Register device' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByRole('button', { name: 'Register device' }).click();
  const row = page.getByRole('row', { name: new RegExp(name) });
  await expect(row).toContainText('Never');
  const stored = async () => {
    const { devices } = await query<{ devices: { nodes: { id: string; name: string; status: string }[] } }>(
      page,
      '{ devices(first: 100) { nodes { id name status } } }',
    );
    return devices.nodes.find((device) => device.name === name);
  };
  const deviceTime = new Date(Date.now() + 5 * 60_000).toISOString();
  await query(page, 'mutation ($input: DeviceContactInput!) { reportDeviceContact(input: $input) { id } }', {
    input: { id: (await stored())?.id, deviceTime },
  });
  await page.reload();
  await expect(row).toContainText('5 min ahead');

  await row.getByRole('button', { name: `Actions for ${name}` }).click();
  await page.getByRole('menuitem', { name: 'Refused records' }).click();
  await expect(dialog.getByText('Nothing was refused')).toBeVisible();
  await page.keyboard.press('Escape');
  await row.getByRole('button', { name: `Actions for ${name}` }).click();
  await page.getByRole('menuitem', { name: 'Retire' }).click();
  await dialog.getByRole('button', { name: 'Retire' }).click();
  await expect(row.getByText('Retired')).toBeVisible();
  expect(await stored()).toMatchObject({ status: 'RETIRED' });
});

test('a file of marks is checked, its refused row explained, then imported, and the person is in now', async ({
  openBrowser,
}) => {
  const page = await openBrowser();
  await signIn(page);
  const person = await createEmployee(page, 'Ida Eingelesen');
  const at = new Date(Date.now() - 60_000).toISOString().slice(0, 19);
  await page.goto('/imports');
  await page.getByText('Marks', { exact: true }).first().click();
  const text = `Employee number,Date and time,Time zone\n${person.number},${at},UTC\nnobody-at-all,${at},UTC\n`;
  const file = { name: 'marks.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: 'Check the file' }).click();
  await expect(page.getByText('This is what the import would do. Nothing is written yet.')).toBeVisible();
  await expect(page.getByText(/nobody-at-all/)).toBeVisible();
  const events = async () => {
    const { attendanceEvents } = await query<{ attendanceEvents: { totalCount: number } }>(
      page,
      'query ($id: ID!) { attendanceEvents(filter: { employeeId: $id }) { totalCount } }',
      { id: person.id },
    );
    return attendanceEvents.totalCount;
  };
  expect(await events()).toBe(0);
  await page.getByRole('button', { name: 'Import now' }).click();
  await expect(page.getByText('The import is done.')).toBeVisible();
  expect(await events()).toBe(1);
  const link = page.getByRole('region', { name: 'New import' }).getByRole('link', { name: /All refused rows/ });
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  expect(await readFile(await download.path(), 'utf8')).toContain('nobody-at-all');

  await page.goto('/presence');
  const row = page.getByRole('row', { name: /Ida Eingelesen/ });
  await expect(row.getByText('In', { exact: true })).toBeVisible();
});

test('who may mark by PIN, and the language of letters, are changed in the settings', async ({ openBrowser }) => {
  const page = await openBrowser();
  await signIn(page);
  type Settings = { settings: { pinUse: string; letterLanguage: string } };
  const stored = async () => (await query<Settings>(page, '{ settings { pinUse letterLanguage } }')).settings;
  const before = await stored();
  await page.goto('/settings?tab=organisation');
  await page.getByRole('radio', { name: 'Everybody with a PIN' }).check();
  await page.getByLabel('Language of letters').selectOption({ label: 'Deutsch' });
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('The settings are saved')).toBeVisible();
  expect(await stored()).toEqual({ pinUse: 'ALWAYS', letterLanguage: 'DE' });
  // Other specs count on what was there.
  const { settings } = await query<{ settings: { version: number } }>(page, '{ settings { version } }');
  await query(page, 'mutation ($input: UpdateSettingsInput!) { updateSettings(input: $input) { version } }', {
    input: { ...before, version: settings.version },
  });
});
