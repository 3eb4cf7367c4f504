import type { Site } from '@rollcall/db';
import type { Actor } from '../../access/actor.js';
import type { ServiceContext } from '../../services/service-context.js';

export class SiteService {
  constructor(private readonly context: ServiceContext) {}

  /** The sites this actor works with, by name. */
  async list(actor: Actor): Promise<readonly Site[]> {
    const sites = await this.context.db.sites.listAll();
    const { siteIds } = actor;
    return siteIds === null ? sites : sites.filter((site) => siteIds.includes(site.id));
  }
}
