export const SETTINGS_TABS = ['recognition', 'organisation', 'keys', 'about'] as const;
export type SettingsTab = (typeof SETTINGS_TABS)[number];
