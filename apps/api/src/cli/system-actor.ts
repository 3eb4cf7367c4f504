import { SCOPES } from '@rollcall/contracts';
import type { Actor } from '../access/actor.js';

/** Whoever may read the data directory may do everything; the audit says that it was the command line. */
export const COMMAND_LINE: Actor = {
  kind: 'SYSTEM',
  id: 'command-line',
  name: 'Command line',
  email: null,
  roles: [],
  scopes: new Set(SCOPES),
  padPolicy: 'REFUSE',
  siteIds: null,
  departmentIds: [],
  employeeId: null,
  requestId: null,
};
