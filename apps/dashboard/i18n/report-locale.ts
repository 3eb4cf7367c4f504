import type { ReportLocale } from '@rollcall/contracts';
import { LANGUAGES, type Locale } from './locales';

const REPORT_LOCALE_OF: Readonly<Partial<Record<Locale, ReportLocale>>> = { de: 'DE', 'ar-u-nu-latn': 'AR' };

/** In which language the server answers with texts of its own: that of the page, if it has them in it, else English. */
export const reportLocaleOf = (locale: Locale): ReportLocale => REPORT_LOCALE_OF[locale] ?? 'EN';

/** In the language itself, as where the language of the page is chosen. */
export const reportLanguageName = (language: ReportLocale): string =>
  LANGUAGES.find(({ code }) => code === language.toLowerCase())?.name ?? language;
