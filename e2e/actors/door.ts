import { expect, type Page } from '@playwright/test';

/** What somebody does at the door, and HR before that. */

/** In HR: registers a device, under a name of its own unless one is given. @returns its name, and the code that pairs it */
export async function addDevice(
  page: Page,
  name = `Door ${Date.now().toString(36)}`,
): Promise<{ name: string; code: string }> {
  await page.goto('/devices');
  await page.getByRole('button', { name: 'Register device' }).first().click();
  await page.getByRole('dialog').getByLabel('Name').fill(name);
  await page.getByRole('dialog').getByRole('button', { name: 'Register device' }).click();
  await page.getByRole('button', { name: `Actions for ${name}` }).click();
  await page.getByRole('menuitem', { name: 'Pair' }).click();
  const dialog = page.getByRole('dialog', { name: `Pair ${name}` });
  await expect(dialog.getByRole('img', { name: 'QR code of the pairing link' })).toBeVisible();
  const code = await dialog.getByLabel('Pairing code', { exact: true }).innerText();
  await dialog.getByRole('button', { name: 'Done' }).click();
  return { name, code };
}

/** At the device: types the code in small letters. */
export async function pairKiosk(kiosk: Page, code: string): Promise<void> {
  await kiosk.goto('/kiosk');
  await kiosk.getByRole('textbox', { name: 'Pairing code' }).fill(code.toLowerCase());
  await kiosk.getByRole('button', { name: 'Pair device' }).click();
  await expectStart(kiosk);
}

export async function expectStart(kiosk: Page): Promise<void> {
  await expect(kiosk.getByRole('heading', { name: /Type your number/ })).toBeVisible();
  await expect(kiosk.getByRole('textbox', { name: 'Employee number' })).toHaveValue('');
}

/** At the kiosk: types the number; the camera does the rest. */
export async function markAtKiosk(kiosk: Page, number: string): Promise<void> {
  await kiosk.getByRole('textbox', { name: 'Employee number' }).fill(number);
  await kiosk.keyboard.press('Enter');
}
