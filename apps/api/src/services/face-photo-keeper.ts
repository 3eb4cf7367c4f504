import type { CaptureAttempt, DbSession, Employee, FacePhotoKind, OrganisationSettings } from '@rollcall/db';
import { type CropOptions, cropFace, type FaceCrop } from '@rollcall/face-core';
import { allowsPhotos } from './consent-texts/consent-texts.js';
import type { ServiceContext } from './service-context.js';
import type { SeenPicture } from './shown-face.js';

/** A photo that was cut out and waits for its attempt to be written. */
export interface PhotoDraft extends FaceCrop {
  readonly kind: FacePhotoKind;
  readonly employeeId: string;
  readonly consentId: string;
}

/** How much is kept: of an attempt what a person needs to see who it is, of a registration what another model needs too. */
const CROPS: Readonly<Record<FacePhotoKind, CropOptions>> = {
  ATTEMPT: { margin: 0.5, maxSidePx: 320 },
  // Attack detection looks at 2.7 times the box.
  REGISTRATION: { margin: 1, maxSidePx: 640 },
};

const isKept: Readonly<Record<FacePhotoKind, (settings: OrganisationSettings) => boolean>> = {
  ATTEMPT: ({ attemptPhotoRetentionDays }) => attemptPhotoRetentionDays > 0,
  REGISTRATION: ({ areRegistrationPhotosKept }) => areRegistrationPhotosKept,
};

/** Cuts out the photos to keep, where the organisation asks for it and the person has agreed to a text that says so (docs/adr/0170). */
export class FacePhotoKeeper {
  constructor(private readonly context: ServiceContext) {}

  /**
   * Cuts the face out, before anything is written. Null: nothing is to be kept, or there is no face that could be cut out.
   *
   * @param employee who was claimed or found; null: nobody, and then nothing is kept
   */
  async draft(
    kind: FacePhotoKind,
    employee: Pick<Employee, 'id'> | null,
    picture: SeenPicture | null,
  ): Promise<PhotoDraft | null> {
    if (employee === null || picture === null) return null;
    const { settings, consents } = this.context.db;
    if (!isKept[kind](await settings.get())) return null;
    const consent = await consents.findInForce(employee.id, 'FACE_RECOGNITION');
    if (consent === null || !allowsPhotos(consent.textVersion)) return null;
    try {
      const crop = await cropFace(picture.image, picture.box, CROPS[kind]);
      return { kind, employeeId: employee.id, consentId: consent.id, ...crop };
    } catch {
      // Evidence that is missing is better than a mark that is.
      return null;
    }
  }
}

/** In the transaction that writes the attempt. */
export async function keepPhoto(
  { db }: ServiceContext,
  draft: PhotoDraft | null,
  { id, at: createdAt }: CaptureAttempt,
  session: DbSession,
): Promise<void> {
  if (draft !== null) await db.facePhotos.insert({ id, createdAt, ...draft }, { session });
}
