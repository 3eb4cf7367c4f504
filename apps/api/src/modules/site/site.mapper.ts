import type { Site as SiteEntity } from '@rollcall/db';
import type { Site } from './site.types.js';

export function toSite(site: SiteEntity): Site;
export function toSite(site: SiteEntity | null): Site | null;
export function toSite(site: SiteEntity | null): Site | null {
  return site === null ? null : { id: site.id, name: site.name, timeZone: site.timeZone };
}
