import { signIn } from '../actors/office.js';
import { expect, test } from '../fixtures.js';
import { createEmployee, query } from '../server/graphql.js';

test('a person gets another department and site in the form, and the profile and the list show where they belong', async ({
  openBrowser,
}) => {
  const page = await openBrowser();
  await signIn(page);
  const stamp = Date.now().toString(36);
  const add = (what: string) => `mutation ($input: Create${what}Input!) { create${what}(input: $input) { id } }`;
  await query(page, add('Department'), { input: { name: `Versand ${stamp}` } });
  for (const name of ['Anfang', 'Halle'])
    await query(page, add('Site'), { input: { name: `${name} ${stamp}`, timeZone: 'Europe/Berlin' } });
  const person = await createEmployee(page, `Paula ${stamp}`);

  await page.goto(`/employees/${person.id}`);
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Edit employee' });
  await expect(dialog.getByLabel('Department')).toHaveValue('');
  await dialog.getByLabel('Department').selectOption({ label: `Versand ${stamp}` });
  await dialog.getByLabel('Site').selectOption({ label: `Halle ${stamp}` });
  await dialog.getByRole('button', { name: 'Save changes' }).click();
  const details = page.getByRole('region', { name: 'Details' });
  await expect(details.getByText(`Versand ${stamp}`)).toBeVisible();
  await expect(details.getByText(/^Halle .* from /)).toBeVisible();
  const text = 'query ($id: ID!) { employee(id: $id) { site { name } department { name } } }';
  expect(await query(page, text, { id: person.id })).toEqual({
    employee: { site: { name: `Halle ${stamp}` }, department: { name: `Versand ${stamp}` } },
  });

  await page.getByRole('link', { name: 'Employees', exact: true }).click();
  await page
    .getByRole('search')
    .getByLabel('Department')
    .selectOption({ label: `Versand ${stamp}` });
  await expect(page.getByRole('row')).toHaveCount(2);
  await expect(page.getByRole('link', { name: `Paula ${stamp}` })).toBeVisible();
});

test('a PIN that was tried too often is allowed again on the profile, and removed there', async ({ openBrowser }) => {
  const page = await openBrowser();
  await signIn(page);
  const person = await createEmployee(page, 'Petra Vergesslich');
  const setPin = 'mutation ($id: ID!, $pin: String!) { setPin(employeeId: $id, pin: $pin) { id } }';
  await query(page, setPin, { id: person.id, pin: '481920' });
  const mark = async (pin: string) => {
    const input = { employeeNumber: person.number, pin, idempotencyKey: crypto.randomUUID() };
    const text = 'mutation ($input: RecordAttendanceInput!) { recordAttendance(input: $input) { outcome } }';
    return (await query<{ recordAttendance: { outcome: string } }>(page, text, { input })).recordAttendance.outcome;
  };
  for (let i = 0; i < 5; i += 1) expect(await mark('700351')).toBe('PIN_MISMATCH');
  expect(await mark('481920')).toBe('LOCKED_OUT');

  await page.goto(`/employees/${person.id}`);
  const card = page.getByRole('region', { name: 'Too many failed attempts' });
  await expect(card.getByText(/^The PIN is refused on some devices until/)).toBeVisible();
  await card.getByRole('button', { name: 'Allow again' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Allow again' }).click();
  await expect(page.getByText('Petra Vergesslich can try again')).toBeVisible();
  await expect(card).toBeHidden();
  expect(await mark('481920')).toBe('RECORDED');

  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Remove PIN' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove PIN' }).click();
  await expect(page.getByText('Petra Vergesslich has no PIN any more')).toBeVisible();
  const stored = 'query ($id: ID!) { employee(id: $id) { hasPin lockouts { kind } } }';
  expect(await query(page, stored, { id: person.id })).toEqual({ employee: { hasPin: false, lockouts: [] } });
  await page.getByRole('button', { name: 'More actions' }).click();
  await expect(page.getByRole('menuitem', { name: 'Set PIN' })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: 'Remove PIN' })).toHaveCount(0);
});

test('a field of the organisation is added, filled in for a person, renamed, and removed with its values', async ({
  openBrowser,
}) => {
  const page = await openBrowser();
  await signIn(page);
  const stamp = Date.now().toString(36);
  const person = await createEmployee(page, 'Paul Hemd');
  await page.goto('/settings?tab=fields');
  await page.getByRole('button', { name: 'Add field' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name of the field').fill(`Shirt ${stamp}`);
  await dialog.getByLabel('What is filled in').selectOption({ label: 'One of a list' });
  await dialog.getByRole('button', { name: 'Add field' }).click();
  await expect(dialog.getByText('Enter at least one choice.')).toBeVisible();
  await dialog.getByLabel('Choices').fill('Small\nLarge');
  await dialog.getByRole('button', { name: 'Add field' }).click();
  await page.getByRole('button', { name: `Edit the field Shirt ${stamp}` }).click();
  await dialog.getByLabel('Name of the field').fill(`Shirt size ${stamp}`);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('cell', { name: `Shirt size ${stamp}`, exact: true })).toBeVisible();

  await page.goto(`/employees/${person.id}`);
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await dialog.getByLabel(`Shirt size ${stamp}`).selectOption('Large');
  await dialog.getByRole('button', { name: 'Save changes' }).click();
  const details = page.getByRole('region', { name: 'Details' });
  await expect(details.getByText('Large', { exact: true })).toBeVisible();
  const key = `shirt${stamp.charAt(0).toUpperCase()}${stamp.slice(1)}`;
  const text = 'query ($id: ID!) { employee(id: $id) { customFields { key value } } }';
  const stored = () => query(page, text, { id: person.id });
  expect(await stored()).toEqual({ employee: { customFields: [{ key, value: 'Large' }] } });

  await page.goto('/settings?tab=fields');
  await page.getByRole('button', { name: `Remove the field Shirt size ${stamp}` }).click();
  await dialog.getByRole('button', { name: 'Remove field and values' }).click();
  await expect(page.getByText(`The field Shirt size ${stamp} is removed`)).toBeVisible();
  expect(await stored()).toEqual({ employee: { customFields: [] } });
});

test('a profile tells what happened to the person, page by page and by kind, and what marks came from', async ({
  openBrowser,
}) => {
  const page = await openBrowser();
  await signIn(page);
  const stamp = Date.now().toString(36);
  const person = await createEmployee(page, `Tamara Verlauf ${stamp}`);
  const mark = 'mutation ($input: RecordSupervisorMarkInput!) { recordSupervisorMark(input: $input) { outcome } }';
  const reason = { reason: 'The camera is broken', idempotencyKey: crypto.randomUUID() };
  await query(page, mark, { input: { employeeId: person.id, ...reason } });
  const rename = 'mutation ($input: UpdateEmployeeInput!) { updateEmployee(input: $input) { version } } ';
  for (let version = 1; version <= 14; version += 1)
    await query(page, rename, { input: { id: person.id, version, email: `tamara${version}@example.org` } });

  await page.goto(`/employees/${person.id}`);
  const timeline = page.getByRole('region', { name: 'Timeline' });
  await expect(timeline.getByRole('listitem')).toHaveCount(12);
  await timeline.getByRole('button', { name: 'Show earlier' }).click();
  await expect(timeline.getByRole('listitem')).toHaveCount(17);
  await expect(timeline.getByText('Person added', { exact: true })).toBeVisible();
  await expect(timeline.getByRole('button', { name: 'Show earlier' })).toHaveCount(0);

  await timeline.getByLabel('Show').selectOption({ label: 'Marks' });
  await expect(page).toHaveURL(/timeline=MARK/);
  await expect(timeline.getByRole('listitem')).toHaveCount(1);
  await expect(timeline.getByRole('link', { name: 'Mark', exact: true })).toBeVisible();
  const devices = page.getByRole('region', { name: 'Devices used for marks' });
  await expect(devices.getByRole('listitem')).toHaveText(/Dashboard.*1 mark.*last/);
});

test('leave is entered on the profile, stands there and in the timeline, and the list of leave shows this person alone', async ({
  openBrowser,
}) => {
  const page = await openBrowser();
  await signIn(page);
  const stamp = Date.now().toString(36);
  const person = await createEmployee(page, `Lena Urlaub ${stamp}`);
  const kind = 'mutation ($input: CreateLeaveTypeInput!) { createLeaveType(input: $input) { id } }';
  await query(page, kind, { input: { name: `Annual ${stamp}`, isPaid: true } });

  await page.goto(`/employees/${person.id}`);
  const card = page.getByRole('region', { name: 'Leave', exact: true });
  await expect(card.getByText('No leave yet')).toBeVisible();
  await card.getByRole('button', { name: 'Enter leave' }).click();
  const dialog = page.getByRole('dialog', { name: `Enter leave of Lena Urlaub ${stamp}` });
  await dialog.getByLabel('Kind').selectOption({ label: `Annual ${stamp}` });
  await dialog.getByLabel('From').fill('2090-07-03');
  await dialog.getByLabel('To, included').fill('2090-07-07');
  await dialog.getByRole('button', { name: 'Enter leave' }).click();
  await expect(dialog).toBeHidden();
  await expect(card.getByRole('listitem')).toHaveText(/Annual.*Jul 3, 2090.*Jul 7, 2090.*Approved/);
  const stored = 'query ($filter: LeaveFilter!) { leaves(filter: $filter) { nodes { from to status } } }';
  expect(await query(page, stored, { filter: { employeeId: person.id } })).toEqual({
    leaves: { nodes: [{ from: '2090-07-03', to: '2090-07-07', status: 'APPROVED' }] },
  });
  const timeline = page.getByRole('region', { name: 'Timeline' });
  await expect(timeline.getByRole('listitem').filter({ hasText: `Annual ${stamp}` })).toHaveText(/Approved/);

  await card.getByRole('link', { name: 'All leave of this person' }).click();
  await expect(
    page.getByRole('table', { name: 'Leave', exact: true }).getByRole('link', { name: /^Lena Urlaub/ }),
  ).toHaveCount(1);
  await expect(page.getByRole('table', { name: 'Leave', exact: true }).getByRole('row')).toHaveCount(2);
});
