import type { Scope } from '@rollcall/contracts';

/** Whoever may show a face may be asked to move it. */
export const LIVENESS_SCOPES: readonly Scope[] = ['faces:verify', 'attendance:write'];
