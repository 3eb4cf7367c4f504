import { DomainError } from '@rollcall/contracts';
import type { Site } from '@rollcall/db';
import { authorise } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { type ServiceContext, writeWitnessed } from '../../services/service-context.js';
import type { CreateSiteInput, UpdateSiteInput } from './site.inputs.js';

const targetOf = ({ id }: Site) => ({ kind: 'SITE', id });

export class SiteService {
  constructor(private readonly context: ServiceContext) {}

  /** The sites this actor works with, by name. */
  async list(actor: Actor): Promise<readonly Site[]> {
    const sites = await this.context.db.sites.listAll();
    const { siteIds } = actor;
    return siteIds === null ? sites : sites.filter((site) => siteIds.includes(site.id));
  }

  /** @throws DomainError BAD_USER_INPUT for a zone that does not exist; CONFLICT if the name is taken */
  async create(actor: Actor, input: CreateSiteInput): Promise<Site> {
    authorise(actor, 'employees:write');
    const { db, now, newId } = this.context;
    const at = now();
    const site = {
      id: newId(),
      name: nameOf(input.name),
      timeZone: zoneOf(input.timeZone),
      createdAt: at,
      updatedAt: at,
    };
    return writeWitnessed(this.context, actor, { action: 'SITE_CREATED', target: targetOf }, (session) =>
      db.sites.insert(site, { session }),
    );
  }

  /** @throws DomainError BAD_USER_INPUT; CONFLICT if it changed since `input.version` or the name is taken; NOT_FOUND */
  async update(actor: Actor, { id, version, name, timeZone }: UpdateSiteInput): Promise<Site> {
    authorise(actor, 'employees:write');
    const { db, now } = this.context;
    const change = {
      ...(name == null ? {} : { name: nameOf(name) }),
      ...(timeZone == null ? {} : { timeZone: zoneOf(timeZone) }),
    };
    const details = { fields: Object.keys(change) };
    return writeWitnessed(this.context, actor, { action: 'SITE_UPDATED', target: targetOf, details }, (session) =>
      db.sites.update(id, change, { version, now: now() }, { session }),
    );
  }
}

function nameOf(name: string): string {
  const trimmed = name.trim();
  if (trimmed === '')
    throw new DomainError('BAD_USER_INPUT', { details: { field: 'name', problem: 'This must not be empty.' } });
  return trimmed;
}

/** Offsets such as +02:00 are no zones: they know no daylight saving. */
function zoneOf(timeZone: string): string {
  const isKnown = /^[A-Za-z]/.test(timeZone) && isZone(timeZone);
  if (isKnown) return timeZone;
  const problem = 'There is no such time zone. Use an IANA name such as Europe/Berlin.';
  throw new DomainError('BAD_USER_INPUT', { details: { field: 'timeZone', problem } });
}

function isZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch {
    return false;
  }
}
