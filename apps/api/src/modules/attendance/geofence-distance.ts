import { assertNever } from '@rollcall/contracts';
import type { Geofence, GeoPoint } from '@rollcall/db';

/** Mean radius of the earth (IUGG), metres. */
const EARTH_RADIUS_METRES = 6_371_008.8;

/** Metres from a point to the nearest place inside a geofence; 0 inside and on the edge. */
export function metresOutside(fence: Geofence, point: GeoPoint): number {
  switch (fence.kind) {
    case 'CIRCLE':
      return Math.max(0, metresBetween(fence.centre, point) - fence.radiusMetres);
    case 'POLYGON':
      return metresOutsidePolygon(fence.points, point);
    default:
      return assertNever(fence);
  }
}

/** Great-circle distance by the haversine formula: good to 0.5 %, far below what a phone knows of its place. */
function metresBetween(a: GeoPoint, b: GeoPoint): number {
  const [latitudeA, latitudeB] = [radians(a.latitude), radians(b.latitude)];
  const half = (angle: number) => Math.sin(angle / 2) ** 2;
  const across = Math.cos(latitudeA) * Math.cos(latitudeB) * half(radians(b.longitude - a.longitude));
  return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(half(latitudeB - latitudeA) + across)));
}

/** A polygon is small enough to be looked at on a plane around the point; the point itself is the origin. */
function metresOutsidePolygon(points: readonly GeoPoint[], point: GeoPoint): number {
  const corners = points.map((corner) => onPlane(corner, point));
  const sides = corners.map((from, index) => [from, corners[(index + 1) % corners.length] ?? from] as const);
  const crossings = sides.filter(([from, to]) => crossesEastward(from, to)).length;
  if (crossings % 2 === 1) return 0;
  return Math.min(...sides.map(([from, to]) => metresToSide(from, to)));
}

interface PlanePoint {
  /** Metres to the east and to the north of the origin. */
  readonly x: number;
  readonly y: number;
}

function onPlane({ latitude, longitude }: GeoPoint, origin: GeoPoint): PlanePoint {
  const x = radians(longitude - origin.longitude) * Math.cos(radians(origin.latitude)) * EARTH_RADIUS_METRES;
  return { x, y: radians(latitude - origin.latitude) * EARTH_RADIUS_METRES };
}

/** Whether a ray from the origin to the east crosses the side; a corner counts for one of its two sides. */
function crossesEastward(from: PlanePoint, to: PlanePoint): boolean {
  if (from.y > 0 === to.y > 0) return false;
  return from.x - (from.y * (to.x - from.x)) / (to.y - from.y) > 0;
}

function metresToSide(from: PlanePoint, to: PlanePoint): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, -(from.x * dx + from.y * dy) / length));
  return Math.hypot(from.x + along * dx, from.y + along * dy);
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
