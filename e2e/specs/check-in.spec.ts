import {
  addEmployee,
  givePin,
  markAttendance,
  markByPin,
  registerFromFile,
  signIn,
  verifyFace,
} from '../actors/office.js';
import { renderPhoto } from '../camera/render-scene.js';
import { expect, test } from '../fixtures.js';
import { createEmployee, forgetFaces, keptOf, registerFace } from '../server/graphql.js';

test('a person registered from one photo is verified and marked by camera, and appears in the attendance', async ({
  openBrowser,
}) => {
  const page = await openBrowser('anna');
  const number = `A-${Date.now()}`;
  await signIn(page);
  await forgetFaces(page);
  await addEmployee(page, { name: 'Anna Beispiel', number });
  await registerFromFile(page, 'annaAnotherEvening');
  await expect(page.getByText('Registered', { exact: true }).first()).toBeVisible();

  await verifyFace(page, number);
  await expect(page.getByText('Match', { exact: true })).toBeVisible();

  await markAttendance(page, number);
  await expect(page.getByText('Attendance marked')).toBeVisible();

  await page.goto('/attendance');
  await expect(page.getByRole('row', { name: /Anna Beispiel/ })).toBeVisible();
});

test('another face under that number does not match, marks nothing and is kept as an attempt', async ({
  openBrowser,
}) => {
  const page = await openBrowser('berta');
  await signIn(page);
  await forgetFaces(page);
  const anna = await createEmployee(page, 'Anna Verwechselt');
  expect(await registerFace(page, anna, await renderPhoto('anna'))).toBe('REGISTERED');
  await markAttendance(page, anna.number);
  await expect(page.getByText('Face does not match')).toBeVisible();
  expect(await keptOf(page, anna)).toEqual({ eventCount: 0, attemptOutcomes: ['NON_MATCH'] });
});

const REFUSED = [
  { scene: 'nobody', says: 'No face found', outcome: 'NO_FACE' },
  { scene: 'twoPeople', says: 'More than one face', outcome: 'MULTIPLE_FACES' },
] as const;

for (const { scene, says, outcome } of REFUSED) {
  test(`a camera that shows ${scene} is told so, and marks nothing`, async ({ openBrowser }) => {
    const page = await openBrowser(scene);
    await signIn(page);
    await forgetFaces(page);
    const anna = await createEmployee(page, 'Anna Gesucht');
    expect(await registerFace(page, anna, await renderPhoto('anna'))).toBe('REGISTERED');
    await markAttendance(page, anna.number);
    await expect(page.getByText(says)).toBeVisible();
    expect(await keptOf(page, anna)).toEqual({ eventCount: 0, attemptOutcomes: [outcome] });
  });
}

test('a number without a registered face is told so', async ({ openBrowser }) => {
  const page = await openBrowser('anna');
  await signIn(page);
  const stranger = await createEmployee(page, 'Ohne Gesicht');
  await markAttendance(page, stranger.number);
  await expect(page.getByText('No face is registered under this number')).toBeVisible();
});

test('a person without a face marks by the PIN that HR gave, and a wrong one marks nothing', async ({
  openBrowser,
}) => {
  const page = await openBrowser('anna');
  await signIn(page);
  const person = await createEmployee(page, 'Paula Ziffer');
  await givePin(page, person.id, '481920');
  await markByPin(page, person.number, '700351');
  await expect(page.getByText('The PIN is not right')).toBeVisible();
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('textbox', { name: 'PIN' }).fill('481920');
  await page.getByText('Break begins', { exact: true }).click();
  await page.getByRole('button', { name: 'Mark attendance' }).click();
  await expect(page.getByText('Attendance marked')).toBeVisible();
  await expect(page.getByText(/Break begins at/)).toBeVisible();
  expect(await keptOf(page, person)).toEqual({ eventCount: 1, attemptOutcomes: ['RECORDED', 'PIN_MISMATCH'] });
});
