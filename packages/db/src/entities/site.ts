import type { PlaceRuleMode } from '@rollcall/contracts';

/** Degrees, WGS 84. */
export interface GeoPoint {
  readonly latitude: number;
  readonly longitude: number;
}

/** Where marks of a site may be made. A polygon closes by itself and does not cross itself. */
export type Geofence =
  | { readonly kind: 'CIRCLE'; readonly centre: GeoPoint; readonly radiusMetres: number }
  | { readonly kind: 'POLYGON'; readonly points: readonly GeoPoint[] };

/** A place of work; its IANA time zone decides the local date of a mark. */
export interface Site {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  readonly geofence: Geofence | null;
  /** Not `OFF` only with a geofence. */
  readonly geofenceMode: PlaceRuleMode;
  /** Address ranges in CIDR notation, IPv4 or IPv6. */
  readonly allowedNetworks: readonly string[];
  /** Not `OFF` only with at least one network. */
  readonly networkMode: PlaceRuleMode;
  /** Takes no new people or devices; what was recorded here stays. */
  readonly isArchived: boolean;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** The rules of a site that has none. */
export const OPEN_SITE = {
  geofence: null,
  geofenceMode: 'OFF',
  allowedNetworks: [],
  networkMode: 'OFF',
  isArchived: false,
} as const satisfies Partial<Site>;
