/** Languages with a complete catalogue in `messages/`. Add the code here and the file there. */
export const LOCALES = ['en'] as const;
export type Locale = (typeof LOCALES)[number];

export const DEFAULT_LOCALE: Locale = 'en';
export const LOCALE_COOKIE = 'rollcall-locale';

const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur']);

export function directionOf(locale: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(locale.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}

/**
 * The language to answer in: the one chosen before, else the first of the browser's that we have.
 *
 * @param chosen value of the cookie LOCALE_COOKIE
 * @param acceptLanguage the request header, such as `de-CH,de;q=0.9,en;q=0.8`
 */
export function resolveLocale(
  chosen: string | undefined,
  acceptLanguage: string | null,
  available: readonly Locale[] = LOCALES,
): Locale {
  const wanted = [chosen ?? '', ...byPreference(acceptLanguage ?? '')];
  for (const tag of wanted) {
    const language = tag.toLowerCase().split('-')[0];
    const found = available.find((locale) => locale === language);
    if (found) return found;
  }
  return DEFAULT_LOCALE;
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
