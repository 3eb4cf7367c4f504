import type { ReportLocale } from '../../report-files/report-locale.js';
import { AR } from './ar.js';
import { DE } from './de.js';
import { EN } from './en.js';
import type { LetterWording } from './wording.js';

const WORDINGS: Readonly<Record<ReportLocale, LetterWording>> = { EN, DE, AR };

export const wordingOf = (language: ReportLocale): LetterWording => WORDINGS[language];
