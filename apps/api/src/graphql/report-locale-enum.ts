import type { ReportLocale } from '@rollcall/contracts';
import { describedEnum } from './described-enum.js';

export const ReportLocaleEnum = describedEnum<ReportLocale>('ReportLocale', 'The language of files and letters.', {
  EN: 'In English.',
  DE: 'In German.',
  AR: 'In Arabic, from right to left.',
});
