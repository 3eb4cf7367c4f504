/** Tells the server that this device is paired, and nothing else: which screen it sends first. */
export const PAIRED_COOKIE = 'rollcall-kiosk';

const A_YEAR_S = 365 * 24 * 3_600;

/** For the next time the page is loaded. Without it a paired device shows the pairing for a moment. */
export function rememberPaired(isPaired: boolean): void {
  const secure = window.location.protocol === 'https:' ? '; Secure' : '';
  const maxAge = isPaired ? A_YEAR_S : 0;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing without HTTPS and in older browsers
  document.cookie = `${PAIRED_COOKIE}=paired; Path=/kiosk; Max-Age=${maxAge}; SameSite=Strict${secure}`;
}
