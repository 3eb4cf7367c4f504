import type { ConsentMethod, ReportLocale } from '@rollcall/contracts';
import type { ActorRef } from './actor.js';

export const CONSENT_PURPOSES = ['FACE_RECOGNITION'] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];

/** That a person agreed: to what text, how, before whom. In force until withdrawn; one in force per person and purpose. */
export interface Consent {
  readonly id: string;
  readonly employeeId: string;
  readonly purpose: ConsentPurpose;
  readonly textVersion: string;
  /** In which language it was shown. Null: recorded before there was more than English. */
  readonly textLanguage: ReportLocale | null;
  /** SHA-256 of the exact text that was shown, hex. */
  readonly textHash: string;
  readonly method: ConsentMethod;
  readonly recordedBy: ActorRef;
  readonly recordedAt: Date;
  readonly withdrawnBy: ActorRef | null;
  readonly withdrawnAt: Date | null;
}
