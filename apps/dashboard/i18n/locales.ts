export interface Language {
  /** What is read: the catalogue is `messages/<code>.json`. */
  readonly code: string;
  /** What dates, numbers and plurals are formatted by. */
  readonly tag: string;
  /** In the language itself: whoever looks for it may read no other. */
  readonly name: string;
  /** An incomplete one shows English where it has no words, and is only used by those who chose it. */
  readonly isComplete: boolean;
}

/**
 * The languages of the dashboard. Arabic is written with the digits 0 to 9, as times, employee numbers and PINs are on
 * clocks, badges and keypads (docs/adr/0053).
 */
export const LANGUAGES = [
  { code: 'en', tag: 'en', name: 'English', isComplete: true },
  { code: 'de', tag: 'de', name: 'Deutsch', isComplete: true },
  { code: 'ar', tag: 'ar-u-nu-latn', name: 'العربية', isComplete: true },
  { code: 'es', tag: 'es', name: 'Español', isComplete: false },
  { code: 'hi', tag: 'hi', name: 'हिन्दी', isComplete: false },
] as const satisfies readonly Language[];

/** English in accents, a third longer: shows what is cut off and what is in no catalogue. For tests only. */
export const PSEUDO_LANGUAGE = { code: 'qps', tag: 'en-x-pseudo', name: 'Pseudo', isComplete: false } as const;

export type OfferedLanguage = (typeof LANGUAGES)[number] | typeof PSEUDO_LANGUAGE;
export type Locale = OfferedLanguage['tag'];

export const LOCALE_COOKIE = 'rollcall-locale';

const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur']);

/** The direction of writing of a language tag. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(tag.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}

/**
 * The language to answer in: the one chosen before, else the first of the browser's that is complete, else English.
 *
 * @param chosen value of the cookie LOCALE_COOKIE
 * @param acceptLanguage the request header, such as `de-CH,de;q=0.9,en;q=0.8`
 */
export function resolveLanguage(
  chosen: string | undefined,
  acceptLanguage: string | null,
  offered: readonly OfferedLanguage[] = LANGUAGES,
): OfferedLanguage {
  const kept = offered.find(({ code }) => code === chosen);
  if (kept) return kept;
  for (const tag of byPreference(acceptLanguage ?? '')) {
    const wanted = tag.toLowerCase().split('-')[0];
    const found = offered.find(({ code, isComplete }) => isComplete && code === wanted);
    if (found) return found;
  }
  return LANGUAGES[0];
}

function byPreference(acceptLanguage: string): string[] {
  return acceptLanguage
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const quality = parameters.find((parameter) => parameter.trim().startsWith('q='))?.split('=')[1];
      return { tag, quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ tag, quality }) => tag !== '' && quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag);
}
