import type { Scope } from '@rollcall/contracts';

/** True if the viewer may use this part. It only decides what is offered; the API decides what is done. */
export function may(viewer: { readonly scopes: readonly string[] }, scope: Scope): boolean {
  return viewer.scopes.includes(scope);
}
