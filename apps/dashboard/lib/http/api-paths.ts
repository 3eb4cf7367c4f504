/** What the API serves on the dashboard's origin; everything else is a page. */
const EXACT = new Set(['/graphql', '/livez', '/readyz', '/schema.graphql', '/docs']);
const BELOW = ['/api/auth/', '/uploads/', '/exports/', '/scim/'];

/** True if the path belongs to the API. `/metrics` does not: it is for the machine's own network. */
export function isApiPath(pathname: string): boolean {
  return EXACT.has(pathname) || BELOW.some((prefix) => pathname.startsWith(prefix));
}
