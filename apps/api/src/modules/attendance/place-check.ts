import type { PlaceFlag } from '@rollcall/contracts';
import type { AttemptPlace, Site } from '@rollcall/db';
import { metresOutside } from './geofence-distance.js';
import { isInNetworks } from './network-rule.js';

/** What a device says about where it is, WGS 84 degrees. */
export interface GivenLocation {
  readonly latitude: number;
  readonly longitude: number;
  /** Radius around the point in which the device is with 95 % probability (W3C Geolocation). */
  readonly accuracyMetres: number;
}

export type PlaceRules = Pick<Site, 'geofence' | 'geofenceMode' | 'allowedNetworks' | 'networkMode'>;

export interface PlaceVerdict {
  readonly refusal: 'OUTSIDE_GEOFENCE' | 'NETWORK_REFUSED' | null;
  /** Known to be outside of the geofence. */
  readonly isRemote: boolean;
  /** Null: no rule was in force. */
  readonly place: AttemptPlace | null;
}

/** A location that may be off by more says nothing about being at a site (docs/adr/0093). */
export const USABLE_ACCURACY_METRES = 200;

/**
 * Holds a mark against the rules of its site. A rule that refuses never lets pass what it cannot judge: no location, one too vague,
 * an address that is not known, a rule without what it needs.
 */
export function checkPlace(
  rules: PlaceRules,
  location: GivenLocation | null,
  clientAddress: string | undefined,
): PlaceVerdict {
  const fence = checkGeofence(rules, location);
  const isOtherNetwork = rules.networkMode !== 'OFF' && !isInNetworks(rules.allowedNetworks, clientAddress);
  const flags: PlaceFlag[] = [...fence.flags, ...(isOtherNetwork ? (['OTHER_NETWORK'] as const) : [])];
  const isAsked = rules.geofenceMode !== 'OFF' || rules.networkMode !== 'OFF';
  const { distanceMetres, accuracyMetres } = fence;
  return {
    refusal: refusalOf(rules, fence.flags.length > 0, isOtherNetwork),
    isRemote: fence.flags.includes('OUTSIDE_GEOFENCE'),
    place: isAsked ? { flags, distanceMetres, accuracyMetres } : null,
  };
}

function refusalOf(rules: PlaceRules, isFenceBroken: boolean, isOtherNetwork: boolean): PlaceVerdict['refusal'] {
  if (rules.geofenceMode === 'REFUSE' && isFenceBroken) return 'OUTSIDE_GEOFENCE';
  return rules.networkMode === 'REFUSE' && isOtherNetwork ? 'NETWORK_REFUSED' : null;
}

function checkGeofence({ geofence, geofenceMode }: PlaceRules, location: GivenLocation | null): AttemptPlace {
  if (geofenceMode === 'OFF') return { flags: [], distanceMetres: null, accuracyMetres: null };
  const accuracyMetres = location === null ? null : Math.round(location.accuracyMetres);
  if (geofence === null || location === null || !isUsable(location))
    return { flags: ['LOCATION_UNKNOWN'], distanceMetres: null, accuracyMetres };
  const distanceMetres = Math.ceil(metresOutside(geofence, location));
  return { flags: distanceMetres > 0 ? ['OUTSIDE_GEOFENCE'] : [], distanceMetres, accuracyMetres };
}

/** False also for what is no number. */
function isUsable({ latitude, longitude, accuracyMetres }: GivenLocation): boolean {
  const isOnEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  return isOnEarth && accuracyMetres > 0 && accuracyMetres <= USABLE_ACCURACY_METRES;
}
