import type { ReportLocale } from '../report-locale.js';
import { AR } from './ar.js';
import { DE } from './de.js';
import { EN } from './en.js';
import type { Wording } from './wording.js';

export const WORDINGS: Readonly<Record<ReportLocale, Wording>> = { EN, DE, AR };
