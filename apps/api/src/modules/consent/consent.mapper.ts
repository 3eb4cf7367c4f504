import type { Consent as ConsentEntity } from '@rollcall/db';
import type { Consent } from './consent.types.js';

export function toConsent(consent: ConsentEntity): Consent {
  const { id, textVersion, textLanguage, method, recordedAt, withdrawnAt } = consent;
  return { id, textVersion, textLanguage: textLanguage ?? 'EN', method, recordedAt, withdrawnAt };
}
