import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { isPseudoOffered } from '../env';
import { loadCatalogue } from './load-catalogue';
import { LANGUAGES, LOCALE_COOKIE, PSEUDO_LANGUAGE, resolveLanguage } from './locales';

/** Language and catalogue of one request. Times of marks are shown in the zone of their site, given where they are shown. */
export default getRequestConfig(async () => {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value;
  const offered = isPseudoOffered() ? [...LANGUAGES, PSEUDO_LANGUAGE] : LANGUAGES;
  const { code, tag } = resolveLanguage(chosen, (await headers()).get('accept-language'), offered);
  return { locale: tag, messages: await loadCatalogue(code), timeZone: 'UTC' };
});
