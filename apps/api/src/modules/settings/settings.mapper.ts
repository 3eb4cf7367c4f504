import type { OrganisationSettings } from '@rollcall/db';
import type { Settings } from './settings.types.js';

export function toSettings(settings: OrganisationSettings): Settings {
  const { organisationName, timeZone, pinUse, pinAfterFaceFailures, version, updatedAt } = settings;
  return { organisationName, timeZone, pinUse, pinAfterFaceFailures, version, updatedAt };
}
