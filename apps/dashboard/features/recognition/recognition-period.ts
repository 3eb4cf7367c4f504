import { readOneOf, type SearchParams } from '../../lib/navigation/page-params';

/** In days; the API knows these. */
export const PERIODS = ['7', '30', '90'] as const;
export type Period = (typeof PERIODS)[number];

export const readPeriod = (params: SearchParams): Period => readOneOf(params.days, PERIODS) ?? '30';
