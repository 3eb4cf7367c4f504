import {
  AuditChainDocument,
  type AuditChainQuery,
  AuditEntriesDocument,
  type AuditEntriesQuery,
} from '../../gql/graphql';
import type { ApiResult } from '../../lib/graphql/api-problem';
import { serverQuery } from '../../lib/graphql/server-query';
import { readPage, type SearchParams } from '../../lib/navigation/page-params';
import { readAuditFilter } from './audit-filter';

export type AuditEntries = AuditEntriesQuery['auditEntries'] & { readonly pageSize: number };
export type AuditChain = AuditChainQuery['auditVerification'];

/** The page of the record that the address means; dates are those of the organisation's zone, both included. */
export async function loadAudit(params: SearchParams, timeZone: string): Promise<ApiResult<AuditEntries>> {
  const { first, after } = readPage(params);
  const result = await serverQuery(AuditEntriesDocument, {
    first,
    after,
    filter: readAuditFilter(params, timeZone),
  });
  return result.ok ? { ok: true, data: { ...result.data.auditEntries, pageSize: first } } : result;
}

/** Has the whole chain followed; takes the longer the more entries there are. */
export async function loadAuditChain(): Promise<ApiResult<AuditChain>> {
  const result = await serverQuery(AuditChainDocument, {});
  return result.ok ? { ok: true, data: result.data.auditVerification } : result;
}
