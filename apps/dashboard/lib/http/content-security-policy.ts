/**
 * The Content-Security-Policy of a page.
 *
 * Scripts run only with this page's nonce or when loaded by one that has it. Style attributes are allowed, since the
 * components position themselves with them; style elements need the nonce. Workers are files of our own. Photos are shown from `blob:` addresses
 * made in this page. Nothing is loaded from, or sent to, another origin.
 */
export function contentSecurityPolicy(options: { readonly nonce: string; readonly isDevelopment: boolean }): string {
  const { nonce, isDevelopment } = options;
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    "worker-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
