import type { PayClass } from '@rollcall/attendance';
import type { OrganisationSettings } from '@rollcall/db';
import type { Settings } from './settings.types.js';

/** @param weekStartsOn the weekday of today's weeks */
export function toSettings(settings: OrganisationSettings, weekStartsOn: number): Settings {
  const { organisationName, timeZone, pinUse, pinAfterFaceFailures, isAttendanceByFaceAlone, version, updatedAt } =
    settings;
  const { livenessPolicy, apiKeyLivenessPolicy, payCodes, secondFactorRoles, isSecondFactorBySingleSignOn } = settings;
  return {
    ...{ organisationName, timeZone, pinUse, pinAfterFaceFailures, isAttendanceByFaceAlone },
    attemptPhotoRetentionDays: settings.attemptPhotoRetentionDays,
    areRegistrationPhotosKept: settings.areRegistrationPhotosKept,
    templateRetentionDaysAfterLeaving: settings.templateRetentionDaysAfterLeaving,
    ...{ secondFactorRoles, isSecondFactorBySingleSignOn, letterLanguage: settings.letterLanguage },
    ...{ livenessPolicy, apiKeyLivenessPolicy, version, updatedAt },
    ...{ weekStarts: settings.weekStarts, weekStartsOn },
    payCodes: payCodes.map((code) => ({ ...code, payClass: code.payClass as PayClass })),
  };
}
