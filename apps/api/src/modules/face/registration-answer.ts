import type { DuplicateLikeness, PhotoRemark, RegisterFaceOutcome } from '@rollcall/contracts';
import type { AttemptPad, AttemptQuality, Employee, FaceTemplate } from '@rollcall/db';
import type { ServiceContext } from '../../services/service-context.js';
import { toFaceBox } from './face-report.mapper.js';
import type { FaceBox } from './face-report.types.js';
import type { JudgedImage } from './registration.js';

/** How a registration ended. */
export interface Registration {
  readonly outcome: RegisterFaceOutcome;
  readonly images: readonly RegisteredPhoto[];
  /** The templates now in force if something was registered. */
  readonly templates: readonly FaceTemplate[];
  readonly duplicateOf: Employee | null;
  /** How much alike the two are; null where `duplicateOf` is. */
  readonly duplicateLikeness: DuplicateLikeness | null;
}

/** One photo of it, as people are told. */
export interface RegisteredPhoto extends Omit<JudgedImage, 'capture'> {
  readonly quality: AttemptQuality | null;
  readonly pad: AttemptPad | null;
  readonly box: FaceBox | null;
}

/** Somebody who has this face already, whoever may be told. */
export interface Duplicate {
  readonly employeeId: string;
  readonly likeness: DuplicateLikeness;
}

/** What is kept of it under an idempotency key. Measurements and people are read again from what it names. */
export type KeptRegistration = {
  readonly outcome: RegisterFaceOutcome;
  readonly employeeId: string;
  readonly templateIds: readonly string[];
  readonly duplicate: { readonly [name in keyof Duplicate]: Duplicate[name] } | null;
  readonly images: readonly KeptPhoto[];
};

type KeptPhoto = {
  readonly attemptId: string;
  readonly outcome: RegisterFaceOutcome;
  readonly remark: PhotoRemark | null;
  readonly hints: readonly string[];
  /** As fractions of the photo, which is nowhere. */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number } | null;
};

export function toRegisteredPhoto({ capture, ...judged }: JudgedImage): RegisteredPhoto {
  const { quality, pad, detection, image } = capture;
  return { ...judged, quality, pad, box: toFaceBox(detection, image) };
}

/** @param attempts one for each photo, in their order */
export function toKept(
  employeeId: string,
  { outcome, images, templates }: Pick<Registration, 'outcome' | 'images' | 'templates'>,
  attempts: readonly { readonly id: string }[],
  duplicate: Duplicate | null,
): KeptRegistration {
  const photos = images.map(({ outcome, remark, hints, box }, at) => ({
    attemptId: attempts[at]?.id ?? '',
    ...{ outcome, remark, hints, box: box && { ...box } },
  }));
  const named = duplicate && { employeeId: duplicate.employeeId, likeness: duplicate.likeness };
  return { outcome, employeeId, templateIds: templates.map(({ id }) => id), duplicate: named, images: photos };
}

/** The answer again, but for who else has the face. @throws DomainError NOT_FOUND if its attempts were erased */
export async function recallRegistration(
  { db }: ServiceContext,
  { outcome, employeeId, templateIds, images }: KeptRegistration,
): Promise<Pick<Registration, 'outcome' | 'images' | 'templates'>> {
  const photos = await Promise.all(
    images.map(async ({ attemptId, ...photo }, index) => {
      const { quality, pad } = await db.captureAttempts.getById(attemptId);
      return { ...photo, index, quality, pad };
    }),
  );
  const inForce = templateIds.length === 0 ? [] : await db.faceTemplates.listByEmployee(employeeId);
  const templates = inForce.filter(({ id }) => templateIds.includes(id));
  return { outcome, images: photos, templates };
}
