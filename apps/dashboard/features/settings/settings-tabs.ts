export const SETTINGS_TABS = ['recognition', 'access', 'keys', 'sites', 'about'] as const;
export type SettingsTab = (typeof SETTINGS_TABS)[number];
