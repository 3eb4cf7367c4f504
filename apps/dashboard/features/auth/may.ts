import type { Role, Scope } from '@rollcall/contracts';

/** True if the viewer may use this part. It only decides what is offered; the API decides what is done. */
export function may(viewer: { readonly scopes: readonly string[] }, scope: Scope): boolean {
  return viewer.scopes.includes(scope);
}

/** True for owners and HR administrators, who decide what concerns two people at once. */
export function isAnswerable(viewer: { readonly roles: readonly Role[] }): boolean {
  return viewer.roles.includes('OWNER') || viewer.roles.includes('HR_ADMIN');
}
