import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { LOCALE_COOKIE, resolveLocale } from './locales';

/** Language and catalogue of one request. Times of marks are shown in the zone of their site, given where they are shown. */
export default getRequestConfig(async () => {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value;
  const locale = resolveLocale(chosen, (await headers()).get('accept-language'));
  const { default: messages } = await import(`./messages/${locale}.json`);
  return { locale, messages, timeZone: 'UTC' };
});
