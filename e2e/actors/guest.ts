import { expect, type Page } from '@playwright/test';

/** What somebody who is invited chooses. */
export const GUEST_PASSWORD = 'seven grey herons by the lock';

/** Invites through the pages and answers the link. */
export async function invite(owner: Page, email: string, role: string): Promise<string> {
  await owner.goto('/settings?tab=access');
  await owner.getByRole('button', { name: 'Invite' }).click();
  await owner.getByRole('textbox', { name: 'E-mail' }).fill(email);
  await owner.getByLabel('May act as').selectOption({ label: role });
  if (role === 'Manager') await owner.getByRole('checkbox').first().check();
  await owner.getByRole('button', { name: 'Send invitation' }).click();
  const link = await owner.getByRole('status', { name: 'Link of the invitation' }).textContent();
  await owner.getByRole('button', { name: 'Done' }).click();
  return link ?? '';
}

/** Follows the link, and is in. */
export async function accept(guest: Page, link: string, name: string): Promise<void> {
  await guest.goto(link);
  await guest.getByRole('textbox', { name: 'Your name' }).fill(name);
  await guest.getByRole('textbox', { name: 'New password' }).fill(GUEST_PASSWORD);
  await guest.getByRole('button', { name: 'Start' }).click();
  await expect(guest.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
}
