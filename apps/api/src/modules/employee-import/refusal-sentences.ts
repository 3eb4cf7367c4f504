import type { RegisterFaceOutcome } from '@rollcall/contracts';

/** What people read in the error file about a face that was not registered. */
export const REFUSAL_SENTENCES: Readonly<
  Record<Exclude<RegisterFaceOutcome, 'REGISTERED'> | 'CONSENT_MISSING', string>
> = {
  CONSENT_MISSING: 'No consent is stated: fill in how and when this person agreed.',
  NO_FACE: 'No face was found in a photo.',
  MULTIPLE_FACES: 'A photo shows more than one face.',
  LOW_QUALITY: 'The photo is not good enough: take one from the front, sharp, in even light.',
  PRESENTATION_ATTACK: 'The photo looks like a picture of a picture.',
  DUPLICATE_FACE: 'This face is registered for somebody else.',
  INCONSISTENT_IMAGES: 'The photos do not show the same person.',
};
