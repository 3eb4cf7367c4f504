import { isIP } from 'node:net';
import { DomainError } from '@rollcall/contracts';
import type { Geofence, GeoPoint, Site } from '@rollcall/db';

const MIN_RADIUS_METRES = 10;
const MAX_RADIUS_METRES = 100_000;
const MAX_POINTS = 100;
const MAX_NETWORKS = 100;

/** What is given of a geofence: a centre with a radius, or the corners of a polygon. */
export interface GeofenceParts {
  readonly centre?: GeoPoint | null;
  readonly radiusMetres?: number | null;
  readonly points?: readonly GeoPoint[] | null;
}

/** @throws DomainError BAD_USER_INPUT naming the field below `geofence` */
export function toGeofence({ centre, radiusMetres, points }: GeofenceParts): Geofence {
  const isCircle = centre != null;
  if (isCircle === (points != null))
    throw invalid('geofence', 'Give a centre with a radius, or points, exactly one of both.');
  if (points != null) return toPolygon(points);
  const at = toPoint(centre as GeoPoint, 'geofence.centre');
  const isRadius = radiusMetres != null && radiusMetres >= MIN_RADIUS_METRES && radiusMetres <= MAX_RADIUS_METRES;
  if (!isRadius)
    throw invalid('geofence.radiusMetres', `The radius is ${MIN_RADIUS_METRES} m to ${MAX_RADIUS_METRES / 1000} km.`);
  return { kind: 'CIRCLE', centre: at, radiusMetres };
}

function toPolygon(given: readonly GeoPoint[]): Geofence {
  const points = given.map((point, index) => toPoint(point, `geofence.points[${index}]`));
  const field = 'geofence.points';
  if (points.length < 3 || points.length > MAX_POINTS)
    throw invalid(field, `A polygon has 3 to ${MAX_POINTS} corners.`);
  const longitudes = points.map(({ longitude }) => longitude);
  if (Math.max(...longitudes) - Math.min(...longitudes) > 180)
    throw invalid(field, 'A polygon must not reach around the 180th meridian.');
  if (crossesItself(points)) throw invalid(field, 'The sides of a polygon must not cross or touch each other.');
  return { kind: 'POLYGON', points };
}

function toPoint({ latitude, longitude }: GeoPoint, field: string): GeoPoint {
  if (!(Math.abs(latitude) <= 90)) throw invalid(`${field}.latitude`, 'A latitude is from -90 to 90 degrees.');
  if (!(Math.abs(longitude) <= 180)) throw invalid(`${field}.longitude`, 'A longitude is from -180 to 180 degrees.');
  return { latitude, longitude };
}

/** Whether two sides that are no neighbours meet, or two neighbours lie on each other. */
function crossesItself(points: readonly GeoPoint[]): boolean {
  const sides = points.map((start, index) => [start, points[(index + 1) % points.length] as GeoPoint] as const);
  return sides.some(([a, b], i) =>
    sides.some(([c, d], j) => {
      if (j <= i) return false;
      if (j === i + 1) return turn(a, b, d) === 0 && isBack(a, b, d);
      if (i === 0 && j === sides.length - 1) return turn(c, d, b) === 0 && isBack(c, d, b);
      return meets(a, b, c, d);
    }),
  );
}

/** Positive: left turn at `b`; 0: on one line. */
function turn(a: GeoPoint, b: GeoPoint, c: GeoPoint): number {
  return (
    (b.longitude - a.longitude) * (c.latitude - a.latitude) - (b.latitude - a.latitude) * (c.longitude - a.longitude)
  );
}

/** Of three points on one line: the way goes back at `b`, or stands still there. */
function isBack(a: GeoPoint, b: GeoPoint, c: GeoPoint): boolean {
  const along =
    (b.longitude - a.longitude) * (c.longitude - b.longitude) + (b.latitude - a.latitude) * (c.latitude - b.latitude);
  return along <= 0;
}

function meets(a: GeoPoint, b: GeoPoint, c: GeoPoint, d: GeoPoint): boolean {
  const sides = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)].map(Math.sign);
  const [ofC, ofD, ofA, ofB] = sides;
  if (sides.every((side) => side === 0)) return isBetween(a, b, c) || isBetween(a, b, d) || isBetween(c, d, a);
  return ofC !== ofD && ofA !== ofB;
}

/** Of points on one line: `c` lies between `a` and `b`. */
function isBetween(a: GeoPoint, b: GeoPoint, c: GeoPoint): boolean {
  const within = (x: number, y: number, z: number) => Math.min(x, y) <= z && z <= Math.max(x, y);
  return within(a.longitude, b.longitude, c.longitude) && within(a.latitude, b.latitude, c.latitude);
}

/** Trimmed and without doubles. @throws DomainError BAD_USER_INPUT naming `allowedNetworks[i]` */
export function toNetworks(given: readonly string[]): readonly string[] {
  if (given.length > MAX_NETWORKS) throw invalid('allowedNetworks', `At most ${MAX_NETWORKS} networks.`);
  const networks = given.map((network, index) => {
    const trimmed = network.trim().toLowerCase();
    if (!isNetwork(trimmed))
      throw invalid(
        `allowedNetworks[${index}]`,
        'This is no range of addresses, for example 192.0.2.0/24 or 2001:db8::/32.',
      );
    return trimmed;
  });
  return [...new Set(networks)];
}

function isNetwork(text: string): boolean {
  const [address = '', prefix = '', ...rest] = text.split('/');
  const family = address.includes('%') ? 0 : isIP(address);
  return family !== 0 && rest.length === 0 && /^\d{1,3}$/.test(prefix) && Number(prefix) <= (family === 4 ? 32 : 128);
}

/** @throws DomainError BAD_USER_INPUT if a rule is on without what it needs */
export function checkPlaceRules(
  site: Pick<Site, 'geofence' | 'geofenceMode' | 'allowedNetworks' | 'networkMode'>,
): void {
  if (site.geofenceMode !== 'OFF' && site.geofence === null)
    throw invalid('geofenceMode', 'Without a geofence this must be OFF.');
  if (site.networkMode !== 'OFF' && site.allowedNetworks.length === 0)
    throw invalid('networkMode', 'Without an allowed network this must be OFF.');
}

function invalid(field: string, problem: string): DomainError {
  return new DomainError('BAD_USER_INPUT', { details: { field, problem } });
}
