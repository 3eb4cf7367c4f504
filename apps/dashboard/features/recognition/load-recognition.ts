import { RecognitionHealthDocument, type RecognitionHealthQuery } from '../../gql/graphql';
import type { ApiResult } from '../../lib/graphql/api-problem';
import { serverQuery } from '../../lib/graphql/server-query';
import { readText, type SearchParams } from '../../lib/navigation/page-params';
import { readPeriod } from './recognition-period';

export type Recognition = RecognitionHealthQuery['recognitionHealth'];

export async function loadRecognition(params: SearchParams): Promise<ApiResult<Recognition>> {
  const filter = { days: Number(readPeriod(params)), siteId: readText(params.site, 100) };
  const result = await serverQuery(RecognitionHealthDocument, { filter });
  return result.ok ? { ok: true, data: result.data.recognitionHealth } : result;
}
