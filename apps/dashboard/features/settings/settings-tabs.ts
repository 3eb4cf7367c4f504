export const SETTINGS_TABS = [
  'recognition',
  'organisation',
  'notifications',
  'fields',
  'access',
  'keys',
  'webhooks',
  'about',
] as const;
export type SettingsTab = (typeof SETTINGS_TABS)[number];
