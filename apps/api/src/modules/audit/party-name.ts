import type { Scope } from '@rollcall/contracts';
import { hasScope } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import type { Loaders } from '../../graphql/loaders.js';
import type { AuditParty } from './audit.types.js';

interface NameSource {
  /** Needed beside `audit:read`; null: nothing more. */
  readonly scope: Scope | null;
  readonly find: (loaders: Loaders, id: string) => Promise<{ readonly name: string } | null>;
}

/** Kinds with a name; who acted is part of the record itself and asks for no further scope (docs/adr/0127). */
const SOURCES: Readonly<Record<string, NameSource>> = {
  USER: { scope: null, find: (loaders, id) => loaders.user(id) },
  API_KEY: { scope: null, find: (loaders, id) => loaders.apiKey(id) },
  DEVICE: { scope: 'attendance:read', find: (loaders, id) => loaders.device(id) },
  EMPLOYEE: { scope: 'employees:read', find: (loaders, id) => loaders.employee(id) },
  SITE: { scope: null, find: (loaders, id) => loaders.site(id) },
  DEPARTMENT: { scope: null, find: (loaders, id) => loaders.department(id) },
  SHIFT: { scope: null, find: (loaders, id) => loaders.shift(id) },
};

/** @returns null if there is no such one any more, its kind has no name, or the reader may not see it: they look the same */
export async function partyName(actor: Actor, loaders: Loaders, { kind, id }: AuditParty): Promise<string | null> {
  const source = Object.hasOwn(SOURCES, kind) ? SOURCES[kind] : undefined;
  if (source === undefined || (source.scope !== null && !hasScope(actor, source.scope))) return null;
  return (await source.find(loaders, id))?.name ?? null;
}
