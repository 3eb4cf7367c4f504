import { OPEN_SITE, type Site } from '../entities/site.js';
import type { SiteDocument } from '../models/site.model.js';
import type { Collection, WithSession } from './collection.js';
import { entityMapper } from './entity-mapper.js';
import { VersionedRepository } from './versioned.repository.js';

const { toEntity } = entityMapper<Site>()([
  'name',
  'timeZone',
  'geofence',
  'geofenceMode',
  'allowedNetworks',
  'networkMode',
  'isArchived',
  'version',
  'createdAt',
  'updatedAt',
]);

/** Left out: no rules about the place. */
export type NewSite = Omit<Site, 'version' | keyof typeof OPEN_SITE> & Partial<Pick<Site, keyof typeof OPEN_SITE>>;

/** Sites by name; there are few. No two have one name, whatever its case. */
export class SiteRepository extends VersionedRepository<Site, SiteDocument> {
  constructor(collection: Collection<SiteDocument>) {
    super(collection, { toEntity, hasNameKey: true, sort: { nameKey: 1 } });
  }

  /** @throws DomainError CONFLICT if there is a site of that name */
  override async insert(site: NewSite, options: WithSession = {}): Promise<Site> {
    return super.insert({ ...OPEN_SITE, ...site }, options);
  }
}
