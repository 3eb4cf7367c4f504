import { markAttendance, signIn } from '../actors/office.js';
import { renderPhoto } from '../camera/render-scene.js';
import { expect, test } from '../fixtures.js';
import { createEmployee, forgetFaces, query, registerFace } from '../server/graphql.js';

test('where photos are kept, whoever agreed to that in their language has the face beside the mark, and each look is recorded', async ({
  openBrowser,
}) => {
  const page = await openBrowser('anna');
  await signIn(page);
  await forgetFaces(page);
  const days = async (value: string) => {
    await page.goto('/settings?tab=organisation');
    const organisation = page.getByRole('region', { name: 'Organisation' });
    await organisation.getByLabel('Days that the photo of an attempt is kept').fill(value);
    await organisation.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText('The settings are saved')).toBeVisible();
  };
  const anna = await createEmployee(page, `Anna Belegt ${Date.now()}`);
  expect(await registerFace(page, anna, await renderPhoto('annaAnotherEvening'))).toBe('REGISTERED');
  await days('7');

  await page.goto(`/employees/${anna.id}`);
  await page.getByRole('button', { name: 'Ask for agreement to it' }).click();
  const agreement = page.getByRole('dialog');
  await agreement.getByLabel('Language of the text').selectOption({ label: 'Deutsch' });
  await expect(agreement.getByText('höchstens 90 Tage')).toBeVisible();
  await agreement.getByRole('checkbox', { name: /has read this text and agrees/ }).check();
  await agreement.getByRole('button', { name: 'Record agreement and go on' }).click();
  await expect(page.getByText('text version 2')).toBeVisible();

  await markAttendance(page, anna.number);
  await expect(page.getByText('Attendance marked')).toBeVisible();
  const { attendanceEvents } = await query<{ attendanceEvents: { nodes: { localDate: string }[] } }>(
    page,
    `{ attendanceEvents(filter: { employeeId: "${anna.id}" }, first: 1) { nodes { localDate } } }`,
  );
  await page.goto(`/attendance/${anna.id}/${attendanceEvents.nodes[0]?.localDate}`);
  await page.getByRole('button', { name: 'Show photo' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Show photo' }).click();
  const photo = dialog.getByRole('img', { name: 'Photo of the face at this attempt' });
  await expect(photo).toBeVisible();
  await expect.poll(() => photo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(50);

  const { auditEntries } = await query<{ auditEntries: { totalCount: number } }>(
    page,
    `{ auditEntries(filter: { action: "FACE_PHOTO_VIEWED", targetKind: "EMPLOYEE", targetId: "${anna.id}" }) { totalCount } }`,
  );
  expect(auditEntries.totalCount).toBe(1);
  await days('0');
});
