const ANY_ORIGIN = 'http://origin.invalid';
const AFTER_SIGN_IN = '/overview';

/** The sign-in page that leads back to `path` afterwards. */
export function signInPath(path: string): string {
  const safe = safeReturnPath(path);
  return safe === AFTER_SIGN_IN ? '/sign-in' : `/sign-in?next=${encodeURIComponent(safe)}`;
}

/**
 * A path of ours to go to after signing in. Whatever could lead to another site, or back to the sign-in page, becomes
 * the overview.
 */
export function safeReturnPath(wanted: string | null | undefined): string {
  if (!wanted?.startsWith('/') || hasControlCharacter(wanted)) return AFTER_SIGN_IN;
  if (!URL.canParse(wanted, ANY_ORIGIN)) return AFTER_SIGN_IN;
  const url = new URL(wanted, ANY_ORIGIN);
  if (url.origin !== ANY_ORIGIN) return AFTER_SIGN_IN;
  const path = url.pathname + url.search;
  return path.startsWith('//') || url.pathname === '/sign-in' ? AFTER_SIGN_IN : path;
}

/** Browsers drop tabs and line breaks from addresses: `/\t/example.org` would leave the site. */
function hasControlCharacter(text: string): boolean {
  return [...text].some((character) => character < ' ');
}
