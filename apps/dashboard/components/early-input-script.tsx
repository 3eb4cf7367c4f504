import { keepEarlyInput } from '../lib/forms/keep-early-input';

const CODE = `(${keepEarlyInput})()`;

/** Runs before anything else of the page, so that nothing typed or chosen meanwhile is lost. */
export function EarlyInputScript({ nonce }: { readonly nonce: string }) {
  return (
    <script
      nonce={nonce}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: a function of ours, nothing of anybody else is in it
      dangerouslySetInnerHTML={{ __html: CODE }}
    />
  );
}
