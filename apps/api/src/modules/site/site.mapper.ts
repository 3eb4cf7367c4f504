import type { Site as SiteEntity } from '@rollcall/db';
import type { Site } from './site.types.js';

export function toSite(site: SiteEntity): Site {
  return { id: site.id, name: site.name, timeZone: site.timeZone, version: site.version };
}
