import type { FacePhoto, OrganisationSettings } from '@rollcall/db';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Photos of attempts of this instant or before are too old; with 0 days all are. */
export function photosUntil(
  { attemptPhotoRetentionDays }: Pick<OrganisationSettings, 'attemptPhotoRetentionDays'>,
  now: Date,
): Date {
  return new Date(now.getTime() - attemptPhotoRetentionDays * DAY_MS);
}

/** Whether a photo may still be looked at: a change of the settings holds at once, not when the job comes round. */
export function isKeptStill({ kind, createdAt }: FacePhoto, settings: OrganisationSettings, now: Date): boolean {
  if (kind === 'REGISTRATION') return settings.areRegistrationPhotosKept;
  return createdAt > photosUntil(settings, now);
}
