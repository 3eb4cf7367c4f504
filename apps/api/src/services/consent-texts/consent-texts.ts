import { createHash } from 'node:crypto';
import type { ReportLocale } from '@rollcall/contracts';
import { TEXTS_IN_ARABIC } from './arabic.js';
import type { ConsentText, ConsentTexts } from './consent-text.types.js';
import { TEXTS_IN_ENGLISH } from './english.js';
import { TEXTS_IN_GERMAN } from './german.js';

export interface ConsentTextVersion extends ConsentText {
  readonly version: string;
  readonly language: ReportLocale;
}

/** Nothing of a photo is kept. */
export const TEXT_WITHOUT_PHOTOS = '1';
/** Photos may be kept, encrypted and for a while (docs/adr/0170-photos-as-evidence.md). */
export const TEXT_WITH_PHOTOS = '2';

const TEXTS: Readonly<Record<ReportLocale, ConsentTexts>> = {
  EN: TEXTS_IN_ENGLISH,
  DE: TEXTS_IN_GERMAN,
  AR: TEXTS_IN_ARABIC,
};

/** Null: there is no such version. */
export function findConsentText(version: string, language: ReportLocale = 'EN'): ConsentTextVersion | null {
  const texts: Readonly<Record<string, ConsentText>> = TEXTS[language];
  const text = Object.hasOwn(texts, version) ? texts[version] : undefined;
  return text === undefined ? null : { version, language, ...text };
}

/** Whether who agreed to this text agreed that photos are kept. */
export const allowsPhotos = (version: string): boolean => version === TEXT_WITH_PHOTOS;

/** SHA-256 of purpose and body, hex: what was agreed to, word for word. */
export function hashConsentText({ purpose, body }: ConsentText): string {
  return createHash('sha256').update(`${purpose}\n\n${body}`, 'utf8').digest('hex');
}
