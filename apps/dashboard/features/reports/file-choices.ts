import { useLocale } from 'next-intl';
import type { ExportFormat, ReportLocale } from '../../gql/graphql';
import type { Locale } from '../../i18n/locales';

const LOCALE_OF: Readonly<Partial<Record<Locale, ReportLocale>>> = { de: 'DE', 'ar-u-nu-latn': 'AR' };

export const FORMATS: readonly ExportFormat[] = ['XLSX', 'PDF', 'CSV', 'JSON'];

/** Files are headed in the language of the page, if there are headings in it. */
export function useFileLocale(): ReportLocale {
  return LOCALE_OF[useLocale()] ?? 'EN';
}
