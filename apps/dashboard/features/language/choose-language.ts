import { LOCALE_COOKIE, type OfferedLanguage } from '../../i18n/locales';

const A_YEAR_S = 365 * 24 * 3600;

/** Keeps the language in this browser and shows the page in it. A full load: the direction of writing may change with it. */
export function chooseLanguage(code: OfferedLanguage['code']): void {
  const secure = window.location.protocol === 'https:' ? '; Secure' : '';
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing without HTTPS and in older browsers
  document.cookie = `${LOCALE_COOKIE}=${code}; Path=/; Max-Age=${A_YEAR_S}; SameSite=Lax${secure}`;
  window.location.reload();
}
