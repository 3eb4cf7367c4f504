import type { Geofence as GeofenceEntity, Site as SiteEntity } from '@rollcall/db';
import type { Geofence, Site } from './site.types.js';

export function toSite(site: SiteEntity): Site {
  const { id, name, timeZone, geofenceMode, allowedNetworks, networkMode, isArchived, version } = site;
  const geofence = site.geofence === null ? null : toGeofence(site.geofence);
  return { id, name, timeZone, geofence, geofenceMode, allowedNetworks, networkMode, isArchived, version };
}

function toGeofence(geofence: GeofenceEntity): Geofence {
  return { centre: null, radiusMetres: null, points: [], ...geofence };
}
