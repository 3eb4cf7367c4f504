import { useLocale } from 'next-intl';
import type { ExportFormat, ReportLocale } from '../../gql/graphql';
import { reportLocaleOf } from '../../i18n/report-locale';

export const FORMATS: readonly ExportFormat[] = ['XLSX', 'PDF', 'CSV', 'JSON'];

/** Files are headed in the language of the page, if there are headings in it. */
export function useFileLocale(): ReportLocale {
  return reportLocaleOf(useLocale());
}
