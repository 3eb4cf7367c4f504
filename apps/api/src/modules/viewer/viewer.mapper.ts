import type { Actor } from '../../access/actor.js';
import type { Viewer } from './viewer.types.js';

export function toViewer(actor: Actor): Viewer {
  const { id, kind, name, email, roles, scopes, employeeId } = actor;
  // The system never comes in through GraphQL.
  return { id, kind: kind === 'SYSTEM' ? 'USER' : kind, name, email, roles, scopes: [...scopes].sort(), employeeId };
}
