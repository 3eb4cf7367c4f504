import type { LivenessPolicy, PinUse, ReportLocale, Role } from '@rollcall/contracts';
import { DEFAULT_NOTIFICATION_SETTINGS, type NotificationSettings } from './notification-settings.js';

/** The organisation's own code for a class of minutes; null leaves a part of it open. */
export interface StoredPayCode {
  /** One of the pay classes of the rule engine. */
  readonly payClass: string;
  /** Only overtime at this percentage. */
  readonly percent: number | null;
  /** Only this kind of leave. */
  readonly leaveTypeId: string | null;
  readonly code: string;
}

/** From this date on weeks start on this weekday, 1 Monday to 7 Sunday; the date is one. */
export interface StoredWeekStart {
  readonly from: string;
  readonly weekday: number;
}

/** Settings of the one organisation of this deployment. Days are whole days; 0 means "not kept". */
export interface OrganisationSettings {
  readonly organisationName: string;
  /** IANA zone for reports that span sites. */
  readonly timeZone: string;
  /** The language of letters (docs/adr/0111-letters.md). */
  readonly letterLanguage: ReportLocale;
  /** Version of the consent text people are shown now. */
  readonly consentTextVersion: string;
  /** How long the photo of an attempt is kept (docs/adr/0170-photos-as-evidence.md). */
  readonly attemptPhotoRetentionDays: number;
  /** Whether photos of a registration are kept as long as the template. */
  readonly areRegistrationPhotosKept: boolean;
  readonly templateRetentionDaysAfterLeaving: number;
  readonly pinUse: PinUse;
  /** With `AFTER_FACE_FAILURES`: how many of them open the PIN. */
  readonly pinAfterFaceFailures: number;
  /** Marks without a number: the face is searched among all (docs/adr/0055-searching-among-all.md). */
  readonly isAttendanceByFaceAlone: boolean;
  /** Whether faces before a browser or kiosk need movements that were asked for (docs/adr/0057-active-liveness.md). */
  readonly livenessPolicy: LivenessPolicy;
  /** The same for faces that come with an API key. */
  readonly apiKeyLivenessPolicy: LivenessPolicy;
  /** What payroll calls the classes of minutes (docs/adr/0118-pay-codes-are-settings.md). */
  readonly payCodes: readonly StoredPayCode[];
  /** Earliest first; before the first of them weeks start on Monday (docs/adr/0160-the-start-of-the-week.md). */
  readonly weekStarts: readonly StoredWeekStart[];
  /** Who is told of what, and how (docs/adr/0142-notifications.md). */
  readonly notifications: NotificationSettings;
  /** Who must have a second factor (docs/adr/0145-second-factor-by-role.md). */
  readonly secondFactorRoles: readonly Role[];
  /** Whether the provider of single sign-on asks for one, so that its sign-in counts. */
  readonly isSecondFactorBySingleSignOn: boolean;
  /** Counts changes; pass it back on update. */
  readonly version: number;
  readonly updatedAt: Date;
}

/** What applies until somebody changes it (sources: docs/adr/0035-retention-defaults.md and 0091-who-may-use-a-pin.md). */
export const DEFAULT_SETTINGS = {
  organisationName: 'Our organisation',
  timeZone: 'UTC',
  letterLanguage: 'EN',
  consentTextVersion: '1',
  attemptPhotoRetentionDays: 0,
  areRegistrationPhotosKept: false,
  templateRetentionDaysAfterLeaving: 30,
  pinUse: 'AFTER_FACE_FAILURES',
  pinAfterFaceFailures: 3,
  isAttendanceByFaceAlone: false,
  livenessPolicy: 'OFF',
  apiKeyLivenessPolicy: 'OFF',
  payCodes: [],
  weekStarts: [],
  notifications: DEFAULT_NOTIFICATION_SETTINGS,
  secondFactorRoles: [],
  isSecondFactorBySingleSignOn: false,
} as const;
