import { type BrowserContext, expect, type Page } from '@playwright/test';
import { renderPhoto } from '../camera/render-scene.js';
import type { SceneName } from '../camera/scenes.js';
import { ADMIN } from '../server/admin.js';

/** What somebody in the HR office does at the screen. */

/** The session of the last sign-in. Most tests are about something else, and typing it in each time took minutes of a run. */
let session: Awaited<ReturnType<BrowserContext['cookies']>> = [];

/** Goes on with the session of an earlier test while there is one. */
export async function signIn(page: Page): Promise<void> {
  await page.context().addCookies(session);
  await page.goto('/overview');
  const overview = page.getByRole('heading', { level: 1, name: 'Overview' });
  await expect(overview.or(page.getByLabel('E-mail'))).toBeVisible();
  if (!(await overview.isVisible())) await signInAnew(page);
}

/** With address and password, as a person does; the page has no session before. */
export async function signInAnew(page: Page): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(ADMIN.email);
  await page.getByRole('textbox', { name: 'Password' }).fill(ADMIN.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  session = await page.context().cookies();
}

/** As if the language had been chosen in this browser before. */
export async function useLanguage(page: Page, code: string): Promise<void> {
  await page.context().addCookies([{ name: 'rollcall-locale', value: code, url: process.env.E2E_URL ?? '' }]);
}

/** From the list to the new person's own page. */
export async function addEmployee(page: Page, { name, number }: { name: string; number: string }): Promise<void> {
  await page.goto('/employees');
  await page.getByRole('button', { name: 'Add employee' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Employee number').fill(number);
  await dialog.getByLabel('Name', { exact: true }).fill(name);
  await dialog.getByRole('button', { name: 'Add employee' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

/** On the person's page: records the agreement and registers one photo from a file. */
export async function registerFromFile(page: Page, scene: SceneName): Promise<void> {
  await page.getByRole('link', { name: 'Register face' }).first().click();
  await page.getByRole('checkbox', { name: /has read this text and agrees/ }).check();
  await page.getByRole('button', { name: 'Record agreement and go on' }).click();
  await page.getByText('Photo file', { exact: true }).click();
  const photo = { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: await renderPhoto(scene) };
  await page.locator('input[type=file]').setInputFiles(photo);
  await page.getByRole('button', { name: 'Register with 1 photo' }).click();
}

/** At the desk: types the number and looks at the camera. */
export async function markAttendance(page: Page, number: string): Promise<void> {
  await page.goto('/mark');
  await lookAtCamera(page, number, 'Mark attendance');
}

/** At the desk, with the movements that the camera asks for. */
export async function markWithMovements(page: Page, number: string): Promise<void> {
  await page.goto('/mark');
  await page.getByRole('switch', { name: 'With movement check' }).check();
  await lookAtCamera(page, number, 'Mark attendance');
}

/** On the person's page. */
export async function givePin(page: Page, employeeId: string, pin: string): Promise<void> {
  await page.goto(`/employees/${employeeId}`);
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Set PIN' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('New PIN').fill(pin);
  await dialog.getByRole('button', { name: 'Set PIN' }).click();
  await expect(page.getByText('has a new PIN')).toBeVisible();
}

/** At the desk, with the PIN in place of the face. */
export async function markByPin(page: Page, number: string, pin: string): Promise<void> {
  await page.goto('/mark');
  await page.getByLabel('Employee number').fill(number);
  await page.getByRole('button', { name: 'Use a PIN instead' }).click();
  await page.getByRole('textbox', { name: 'PIN' }).fill(pin);
  await page.getByRole('button', { name: 'Mark attendance' }).click();
}

export async function verifyFace(page: Page, number: string): Promise<void> {
  await page.goto('/verify');
  await lookAtCamera(page, number, 'Verify face');
}

async function lookAtCamera(page: Page, number: string, action: string): Promise<void> {
  await page.getByLabel('Employee number').fill(number);
  await expect(page.locator('video')).toHaveJSProperty('videoWidth', 640);
  await page.getByRole('button', { name: action }).click();
}
