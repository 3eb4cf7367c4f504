import {
  LIVENESS_POLICIES,
  type LivenessPolicy,
  PIN_USES,
  type PinUse,
  REPORT_LOCALES,
  type ReportLocale,
  ROLES,
  type Role,
} from '@rollcall/contracts';
import { mongoose, prop } from '@typegoose/typegoose';
import type { NotificationSettings } from '../entities/notification-settings.js';
import { DEFAULT_SETTINGS, type StoredPayCode, type StoredWeekStart } from '../entities/settings.js';
import { stored } from './document-options.js';

/** One document, `_id` = `organisation`. */
@stored('settings')
export class SettingsDocument {
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => String, required: true, minlength: 1 })
  organisationName!: string;

  @prop({ type: () => String, required: true })
  timeZone!: string;

  @prop({ type: () => String, required: true })
  consentTextVersion!: string;

  @prop({ type: () => String, enum: REPORT_LOCALES, default: DEFAULT_SETTINGS.letterLanguage })
  letterLanguage!: ReportLocale;

  @prop({ type: () => Number, required: true, min: 0, max: 366 })
  attemptPhotoRetentionDays!: number;

  @prop({ type: () => Boolean, default: DEFAULT_SETTINGS.areRegistrationPhotosKept })
  areRegistrationPhotosKept!: boolean;

  @prop({ type: () => Number, required: true, min: 0, max: 1096 })
  templateRetentionDaysAfterLeaving!: number;

  @prop({ type: () => String, enum: PIN_USES, default: DEFAULT_SETTINGS.pinUse })
  pinUse!: PinUse;

  @prop({ type: () => Number, min: 1, max: 10, default: DEFAULT_SETTINGS.pinAfterFaceFailures })
  pinAfterFaceFailures!: number;

  @prop({ type: () => Boolean, default: DEFAULT_SETTINGS.isAttendanceByFaceAlone })
  isAttendanceByFaceAlone!: boolean;

  @prop({ type: () => String, enum: LIVENESS_POLICIES, default: DEFAULT_SETTINGS.livenessPolicy })
  livenessPolicy!: LivenessPolicy;

  @prop({ type: () => String, enum: LIVENESS_POLICIES, default: DEFAULT_SETTINGS.apiKeyLivenessPolicy })
  apiKeyLivenessPolicy!: LivenessPolicy;

  @prop({ type: () => [mongoose.Schema.Types.Mixed], default: [] })
  payCodes!: readonly StoredPayCode[];

  @prop({ type: () => [mongoose.Schema.Types.Mixed], default: [] })
  weekStarts!: readonly StoredWeekStart[];

  @prop({ type: () => mongoose.Schema.Types.Mixed })
  notifications?: NotificationSettings;

  @prop({ type: () => [String], enum: ROLES, default: [] })
  secondFactorRoles!: readonly Role[];

  @prop({ type: () => Boolean, default: DEFAULT_SETTINGS.isSecondFactorBySingleSignOn })
  isSecondFactorBySingleSignOn!: boolean;

  @prop({ type: () => Number, required: true })
  version!: number;

  @prop({ type: () => Date, required: true })
  updatedAt!: Date;
}
