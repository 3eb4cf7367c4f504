import type { PlaceRuleMode } from '@rollcall/contracts';
import type { SiteRowFragment } from '../../gql/graphql';
import { type GeoPoint, isPoint, readPoints, writePoints } from './geofence-points';

export type FenceKind = 'NONE' | 'CIRCLE' | 'POLYGON';

/** What the form holds: texts, empty where nothing is set. */
export interface SiteFields {
  readonly name: string;
  /** IANA name */
  readonly timeZone: string;
  readonly fence: FenceKind;
  readonly latitude: string;
  readonly longitude: string;
  readonly radiusMetres: number;
  /** A corner a line. */
  readonly corners: string;
  readonly geofenceMode: PlaceRuleMode;
  /** A range of addresses a line. */
  readonly networks: string;
  readonly networkMode: PlaceRuleMode;
}

const DEFAULT_RADIUS_METRES = 150;

export function emptySite(timeZone: string): SiteFields {
  return {
    ...{ name: '', timeZone, fence: 'NONE', latitude: '', longitude: '', radiusMetres: DEFAULT_RADIUS_METRES },
    ...{ corners: '', geofenceMode: 'FLAG', networks: '', networkMode: 'FLAG' },
  };
}

export function toSiteFields(site: SiteRowFragment): SiteFields {
  const { name, timeZone, geofence, geofenceMode, allowedNetworks, networkMode } = site;
  const hasNetworks = (allowedNetworks ?? []).length > 0;
  return {
    ...{ name, timeZone, fence: (geofence?.kind ?? 'NONE') as FenceKind },
    latitude: String(geofence?.centre?.latitude ?? ''),
    longitude: String(geofence?.centre?.longitude ?? ''),
    radiusMetres: geofence?.radiusMetres ?? DEFAULT_RADIUS_METRES,
    corners: writePoints(geofence?.points ?? []),
    geofenceMode: geofence ? geofenceMode : 'FLAG',
    networks: (allowedNetworks ?? []).join('\n'),
    networkMode: hasNetworks ? networkMode : 'FLAG',
  };
}

/** The middle of the circle or the corners; null while they are not complete. */
export function fencePoints({ fence, latitude, longitude, corners }: SiteFields): readonly GeoPoint[] | null {
  if (fence === 'CIRCLE') {
    const centre = { latitude: Number(latitude), longitude: Number(longitude) };
    return latitude.trim() !== '' && longitude.trim() !== '' && isPoint(centre) ? [centre] : null;
  }
  const points = fence === 'POLYGON' ? readPoints(corners) : null;
  return points && points.length > 2 ? points : null;
}

/** As the API takes it; a rule without a place to hold to is off. */
export function toSiteInput(fields: SiteFields) {
  const { name, timeZone, fence, radiusMetres, geofenceMode, networks, networkMode } = fields;
  const points = fencePoints(fields);
  const allowedNetworks = networks.split(/[\s,;]+/).filter(Boolean);
  const circle = points?.[0] ? { centre: points[0], radiusMetres: Number(radiusMetres) } : null;
  return {
    ...{ name: name.trim(), timeZone, allowedNetworks },
    geofence: points === null ? null : fence === 'CIRCLE' ? circle : { points: [...points] },
    geofenceMode: points === null ? ('OFF' as const) : geofenceMode,
    networkMode: allowedNetworks.length === 0 ? ('OFF' as const) : networkMode,
  };
}
