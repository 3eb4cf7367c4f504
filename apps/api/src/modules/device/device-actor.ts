import type { Device } from '@rollcall/db';
import type { Actor } from '../../access/actor.js';

/** A paired device as who asks: it takes marks, and reads nothing but its own (`access/device-fields.ts`). */
export function actorOfDevice({ id, name, siteId, pairedAt }: Device): Omit<Actor, 'requestId'> {
  return {
    ...{ kind: 'DEVICE', id, name, email: null, roles: [], padPolicy: 'REFUSE' },
    scopes: new Set(['attendance:write']),
    // People of every site may mark at it: its own site is that of the mark.
    ...{ siteIds: null, departmentIds: [], employeeId: null },
    device: { siteId, pairedAt: pairedAt ?? null },
  };
}
