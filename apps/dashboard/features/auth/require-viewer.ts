import { cache } from 'react';
import { RestrictedViewerDocument, ViewerDocument, type ViewerQuery } from '../../gql/graphql';
import type { ApiResult } from '../../lib/graphql/api-problem';
import { serverQuery } from '../../lib/graphql/server-query';

export type Viewer = ViewerQuery['viewer'];
export type SiteSummary = ViewerQuery['sites'][number];

export interface SignedIn {
  readonly viewer: Viewer;
  readonly sites: readonly SiteSummary[];
  /** IANA zone in which "today" is meant where no site is named: that of the first site. */
  readonly timeZone: string;
}

/** Who has to set up a second factor first sees one page and no menu; `serverQuery` sends them there. */
async function restrictedViewer(): Promise<ApiResult<SignedIn>> {
  const result = await serverQuery(RestrictedViewerDocument, {});
  if (!result.ok) return result;
  const viewer = { ...result.data.viewer, scopes: [], isLivenessRequired: false, weekStartsOn: 1 };
  return { ok: true, data: { viewer, sites: [], timeZone: 'UTC' } };
}

/**
 * Who asks for this page; the API is asked once per request. Every page of the signed-in area awaits it, because Next
 * renders a page without its layout when one moves between pages.
 *
 * @returns the viewer, or why the API could not say; people without a session are sent to the sign-in page
 */
export const requireViewer = cache(async (): Promise<ApiResult<SignedIn>> => {
  const result = await serverQuery(ViewerDocument, {});
  if (!result.ok) return result.problem === 'SECOND_FACTOR_REQUIRED' ? restrictedViewer() : result;
  const { viewer, sites } = result.data;
  return { ok: true, data: { viewer, sites, timeZone: sites[0]?.timeZone ?? 'UTC' } };
});
