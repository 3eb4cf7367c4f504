export interface GeoPoint {
  /** Degrees, north is positive. */
  readonly latitude: number;
  /** Degrees, east is positive. */
  readonly longitude: number;
}

/** One corner a line, latitude before longitude, as map programs copy them. Null: some line is no point. */
export function readPoints(text: string): readonly GeoPoint[] | null {
  const points: GeoPoint[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const [, latitude, longitude] = /^\s*(-?\d+(?:\.\d+)?)\s*[,;\s]\s*(-?\d+(?:\.\d+)?)\s*$/.exec(line) ?? [];
    const point = { latitude: Number(latitude), longitude: Number(longitude) };
    if (!isPoint(point)) return null;
    points.push(point);
  }
  return points;
}

export const writePoints = (points: readonly GeoPoint[]): string =>
  points.map(({ latitude, longitude }) => `${latitude}, ${longitude}`).join('\n');

export function isPoint({ latitude, longitude }: GeoPoint): boolean {
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
}

const METRES_PER_DEGREE = 111_320;

/** Metres east and north of an origin; true enough for the few kilometres of a site. */
export function toMetres(
  { latitude, longitude }: GeoPoint,
  origin: GeoPoint,
): { readonly x: number; readonly y: number } {
  const shrink = Math.cos((origin.latitude * Math.PI) / 180);
  return {
    x: (longitude - origin.longitude) * METRES_PER_DEGREE * shrink,
    y: (latitude - origin.latitude) * METRES_PER_DEGREE,
  };
}

/** A round length of about a third of `metres`, for the scale of a drawing: 1, 2 or 5 times a power of ten. */
export function roundLength(metres: number): number {
  const wanted = metres / 3;
  const power = 10 ** Math.floor(Math.log10(wanted));
  return ([5, 2, 1].find((step) => step * power <= wanted) ?? 1) * power;
}
