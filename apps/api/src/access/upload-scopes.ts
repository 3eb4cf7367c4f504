import type { Scope } from '@rollcall/contracts';

/** What an upload can be for: imports, and photos too large for a request. Any of them lets a file in. */
export const UPLOAD_SCOPES: readonly Scope[] = ['employees:write', 'faces:write', 'faces:verify', 'attendance:write'];
