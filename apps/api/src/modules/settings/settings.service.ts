import type { OrganisationSettings, SettingsChange } from '@rollcall/db';
import { authorise } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { isTimeZone } from '../../local-dates/time-zone.js';
import { badInput } from '../../services/bad-input.js';
import { TEXT_WITH_PHOTOS, TEXT_WITHOUT_PHOTOS } from '../../services/consent-texts/consent-texts.js';
import { type ServiceContext, writeWitnessed } from '../../services/service-context.js';
import type { FaceGalleryService } from '../face/face-gallery.service.js';
import { checkSecondFactorRoles } from './check-second-factor-roles.js';
import { checkedPayCodes } from './pay-codes.js';
import type { UpdateSettingsInput } from './settings.inputs.js';
import { assertWeeksOpen, weekStartsOn, withWeekStart } from './week-start.js';

type Writable<T> = { -readonly [K in keyof T]: T[K] };

const TARGET = { kind: 'SETTINGS', id: 'organisation' };

export class SettingsService {
  constructor(
    private readonly context: ServiceContext,
    private readonly gallery: FaceGalleryService,
  ) {}

  async get(actor: Actor): Promise<OrganisationSettings> {
    authorise(actor, 'admin');
    return this.context.db.settings.get();
  }

  /** @throws DomainError BAD_USER_INPUT naming the field, or if the setting is not safe; CONFLICT if it changed since `input.version`; DAY_CLOSED */
  async update(actor: Actor, { version, ...input }: UpdateSettingsInput): Promise<OrganisationSettings> {
    authorise(actor, 'admin');
    const { db, now } = this.context;
    const change: Writable<SettingsChange> = checked(input);
    Object.assign(change, textFor(change, await db.settings.get()));
    if (input.payCodes != null) change.payCodes = await checkedPayCodes(this.context, input.payCodes);
    if (change.secondFactorRoles !== undefined)
      await checkSecondFactorRoles(this.context, actor, change.secondFactorRoles);
    if (change.isAttendanceByFaceAlone === true) await this.gallery.assertSafe();
    const stored = await db.settings.get();
    if (input.weekStart != null) change.weekStarts = withWeekStart(stored, input.weekStart, now());
    const details = { fields: Object.keys(change), ...switched(change) };
    const witnessed = { action: 'SETTINGS_UPDATED', target: () => TARGET, details };
    return writeWitnessed(this.context, actor, witnessed, async (session) => {
      const updated = await db.settings.update(change, { version, now: now() }, { session });
      if (change.weekStarts !== undefined)
        await assertWeeksOpen(this.context, stored.weekStarts, change.weekStarts, session);
      return updated;
    });
  }

  /** On which weekday weeks start today: 1 Monday to 7 Sunday. Whoever is signed in may know. */
  async weekStartsOn(settings?: OrganisationSettings): Promise<number> {
    return weekStartsOn(settings ?? (await this.context.db.settings.get()), this.context.now());
  }
}

function checked(input: Omit<UpdateSettingsInput, 'version'>): SettingsChange {
  const { organisationName, timeZone, pinUse, pinAfterFaceFailures, isAttendanceByFaceAlone } = input;
  const { templateRetentionDaysAfterLeaving, letterLanguage } = input;
  const { attemptPhotoRetentionDays, areRegistrationPhotosKept } = input;
  const { livenessPolicy, apiKeyLivenessPolicy, secondFactorRoles, isSecondFactorBySingleSignOn } = input;
  const name = organisationName?.trim();
  if (name === '') throw badInput('organisationName', 'This must not be empty.');
  if (timeZone != null && !isTimeZone(timeZone)) throw badInput('timeZone', 'This is no IANA time zone.');
  return {
    ...(name !== undefined && { organisationName: name }),
    ...(timeZone != null && { timeZone }),
    ...(pinUse != null && { pinUse }),
    ...(pinAfterFaceFailures != null && { pinAfterFaceFailures }),
    ...(templateRetentionDaysAfterLeaving != null && { templateRetentionDaysAfterLeaving }),
    ...(attemptPhotoRetentionDays != null && { attemptPhotoRetentionDays }),
    ...(areRegistrationPhotosKept != null && { areRegistrationPhotosKept }),
    ...(isAttendanceByFaceAlone != null && { isAttendanceByFaceAlone }),
    ...(secondFactorRoles != null && { secondFactorRoles: [...secondFactorRoles] }),
    ...(isSecondFactorBySingleSignOn != null && { isSecondFactorBySingleSignOn }),
    ...(letterLanguage != null && { letterLanguage }),
    ...(livenessPolicy != null && { livenessPolicy }),
    ...(apiKeyLivenessPolicy != null && { apiKeyLivenessPolicy }),
  };
}

/** Whoever agrees from now on agrees to what is done: photos that are kept are another text. */
function textFor(
  { attemptPhotoRetentionDays, areRegistrationPhotosKept }: SettingsChange,
  before: OrganisationSettings,
): Pick<SettingsChange, 'consentTextVersion'> {
  if (attemptPhotoRetentionDays === undefined && areRegistrationPhotosKept === undefined) return {};
  const days = attemptPhotoRetentionDays ?? before.attemptPhotoRetentionDays;
  const areKept = days > 0 || (areRegistrationPhotosKept ?? before.areRegistrationPhotosKept);
  return { consentTextVersion: areKept ? TEXT_WITH_PHOTOS : TEXT_WITHOUT_PHOTOS };
}

/** Of what decides who gets in, and what is paid, the new value is kept too. */
const switched = ({
  pinUse,
  templateRetentionDaysAfterLeaving,
  attemptPhotoRetentionDays,
  areRegistrationPhotosKept,
  isAttendanceByFaceAlone,
  livenessPolicy,
  apiKeyLivenessPolicy,
  payCodes,
  weekStarts,
  secondFactorRoles,
  isSecondFactorBySingleSignOn,
}: SettingsChange) => ({
  ...(templateRetentionDaysAfterLeaving !== undefined && { templateRetentionDaysAfterLeaving }),
  ...(attemptPhotoRetentionDays !== undefined && { attemptPhotoRetentionDays }),
  ...(areRegistrationPhotosKept !== undefined && { areRegistrationPhotosKept }),
  ...(payCodes && { payCodes: payCodes.map((code) => ({ ...code })) }),
  ...(weekStarts && { weekStarts: weekStarts.map((start) => ({ ...start })) }),
  ...(secondFactorRoles && { secondFactorRoles: [...secondFactorRoles] }),
  ...(isSecondFactorBySingleSignOn !== undefined && { isSecondFactorBySingleSignOn }),
  ...(pinUse && { pinUse }),
  ...(livenessPolicy && { livenessPolicy }),
  ...(apiKeyLivenessPolicy && { apiKeyLivenessPolicy }),
  ...(isAttendanceByFaceAlone !== undefined && { isAttendanceByFaceAlone }),
});
