import { DomainError } from '@rollcall/contracts';
import { OPEN_SITE, type Site } from '@rollcall/db';
import { authorise } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { limitOf } from '../../access/read-limit.js';
import { workedSiteIds } from '../../access/visible-records.js';
import { isTimeZone } from '../../local-dates/time-zone.js';
import { onceByKey } from '../../services/once-by-key.js';
import { type ServiceContext, writeWitnessed } from '../../services/service-context.js';
import { checkPlaceRules, toGeofence, toNetworks } from './place-rules.js';
import type { CreateSiteInput, UpdateSiteInput } from './site.inputs.js';

const targetOf = ({ id }: Site) => ({ kind: 'SITE', id });

export class SiteService {
  constructor(private readonly context: ServiceContext) {}

  /** The sites this actor works with, by name. */
  async list(actor: Actor, includeArchived = false): Promise<readonly Site[]> {
    const sites = await this.context.db.sites.listAll();
    const own = await workedSiteIds(this.context.db, limitOf(actor));
    return sites.filter(({ id, isArchived }) => (includeArchived || !isArchived) && (own === null || own.has(id)));
  }

  /** @throws DomainError BAD_USER_INPUT naming the field: no zone, no network, no shape; CONFLICT if the name is taken */
  async create(actor: Actor, input: CreateSiteInput): Promise<Site> {
    authorise(actor, 'employees:write');
    const { db, now, newId } = this.context;
    const once = { mutation: 'createSite', input, recall: (id: string) => db.sites.getById(id) };
    return onceByKey(this.context, actor, once, async (keep) => {
      const at = now();
      const site = {
        id: newId(),
        name: nameOf(input.name),
        timeZone: zoneOf(input.timeZone),
        ...OPEN_SITE,
        ...placeRulesOf(input),
        createdAt: at,
        updatedAt: at,
      };
      checkPlaceRules(site);
      return writeWitnessed(this.context, actor, { action: 'SITE_CREATED', target: targetOf, keep }, (session) =>
        db.sites.insert(site, { session }),
      );
    });
  }

  /** @throws DomainError BAD_USER_INPUT; CONFLICT if it changed since `input.version` or the name is taken; NOT_FOUND */
  async update(actor: Actor, { id, version, name, timeZone, ...rules }: UpdateSiteInput): Promise<Site> {
    authorise(actor, 'employees:write');
    const { db, now } = this.context;
    const change = {
      ...(name == null ? {} : { name: nameOf(name) }),
      ...(timeZone == null ? {} : { timeZone: zoneOf(timeZone) }),
      ...placeRulesOf(rules),
    };
    checkPlaceRules({ ...(await db.sites.getById(id)), ...change });
    const details = { fields: Object.keys(change) };
    return writeWitnessed(this.context, actor, { action: 'SITE_UPDATED', target: targetOf, details }, (session) =>
      db.sites.update(id, change, { version, now: now() }, { session }),
    );
  }

  /** @throws DomainError IN_USE while active people or devices belong to it; CONFLICT if it changed since `version`; NOT_FOUND */
  async archive(actor: Actor, id: string, version: number): Promise<Site> {
    authorise(actor, 'employees:write');
    const { db, now } = this.context;
    return writeWitnessed(this.context, actor, { action: 'SITE_ARCHIVED', target: targetOf }, async (session) => {
      const people = await db.employees.count({ siteId: id, status: 'ACTIVE' }, { session });
      if (people > 0) throw inUse('employees');
      if (await db.devices.isAtSite(id, { session })) throw inUse('devices');
      return db.sites.update(id, { isArchived: true }, { version, now: now() }, { session });
    });
  }

  /** @throws DomainError CONFLICT if it changed since `version`; NOT_FOUND */
  async restore(actor: Actor, id: string, version: number): Promise<Site> {
    authorise(actor, 'employees:write');
    const { db, now } = this.context;
    return writeWitnessed(this.context, actor, { action: 'SITE_RESTORED', target: targetOf }, (session) =>
      db.sites.update(id, { isArchived: false }, { version, now: now() }, { session }),
    );
  }
}

const inUse = (usedBy: string): DomainError => new DomainError('IN_USE', { details: { field: 'id', usedBy } });

type PlaceRules = Pick<CreateSiteInput, 'geofence' | 'geofenceMode' | 'allowedNetworks' | 'networkMode'>;

function placeRulesOf({ geofence, geofenceMode, allowedNetworks, networkMode }: PlaceRules) {
  return {
    ...(geofence === undefined ? {} : { geofence: geofence === null ? null : toGeofence(geofence) }),
    ...(geofenceMode == null ? {} : { geofenceMode }),
    ...(allowedNetworks === undefined ? {} : { allowedNetworks: toNetworks(allowedNetworks ?? []) }),
    ...(networkMode == null ? {} : { networkMode }),
  };
}

function nameOf(name: string): string {
  const trimmed = name.trim();
  if (trimmed === '')
    throw new DomainError('BAD_USER_INPUT', { details: { field: 'name', problem: 'This must not be empty.' } });
  return trimmed;
}

function zoneOf(timeZone: string): string {
  if (isTimeZone(timeZone)) return timeZone;
  const problem = 'There is no such time zone. Use an IANA name such as Europe/Berlin.';
  throw new DomainError('BAD_USER_INPUT', { details: { field: 'timeZone', problem } });
}
