import type { Scope } from '@rollcall/contracts';
import { IconKey, IconUserPlus, IconUserScan, type IconUsers, IconUsersPlus, IconWebhook } from '@tabler/icons-react';

export interface PaletteAction {
  /** Below `palette.action` in the catalogue. */
  readonly label: 'addEmployee' | 'firstPerson' | 'inviteUser' | 'makeKey' | 'addWebhook';
  readonly href: string;
  readonly icon: typeof IconUsers;
  /** Needed to do it. */
  readonly scope: Scope;
}

/** What one can do that is no page of the navigation. Each leads to where it is done. */
export const PALETTE_ACTIONS: readonly PaletteAction[] = [
  { label: 'addEmployee', href: '/employees?add=1', icon: IconUserPlus, scope: 'employees:write' },
  { label: 'firstPerson', href: '/start', icon: IconUserScan, scope: 'faces:write' },
  { label: 'inviteUser', href: '/settings?tab=access', icon: IconUsersPlus, scope: 'users:manage' },
  { label: 'makeKey', href: '/settings?tab=keys', icon: IconKey, scope: 'admin' },
  { label: 'addWebhook', href: '/settings?tab=webhooks', icon: IconWebhook, scope: 'admin' },
];
