import { describe, expect, it } from 'vitest';
import { checkPlaceRules, toGeofence, toNetworks } from './place-rules.js';

const at = (latitude: number, longitude: number) => ({ latitude, longitude });
const square = [at(0, 0), at(0, 1), at(1, 1), at(1, 0)];

const fieldOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return (error as { details: { field: string } }).details.field;
  }
  return 'accepted';
};

describe('a geofence', () => {
  it('is a circle or a polygon', () => {
    const circle = { centre: at(52.5, 13.4), radiusMetres: 150 };
    expect(toGeofence(circle)).toEqual({ kind: 'CIRCLE', ...circle });
    expect(toGeofence({ points: square })).toEqual({ kind: 'POLYGON', points: square });
  });

  it.each([
    ['neither shape', {}, 'geofence'],
    ['both shapes', { centre: at(0, 0), radiusMetres: 50, points: square }, 'geofence'],
    ['no radius', { centre: at(0, 0) }, 'geofence.radiusMetres'],
    ['a negative radius', { centre: at(0, 0), radiusMetres: -1 }, 'geofence.radiusMetres'],
    ['a radius that is no number', { centre: at(0, 0), radiusMetres: Number.NaN }, 'geofence.radiusMetres'],
    ['a latitude beyond the pole', { centre: at(90.1, 0), radiusMetres: 50 }, 'geofence.centre.latitude'],
    ['a longitude beyond 180', { points: [at(0, 0), at(0, 181), at(1, 1)] }, 'geofence.points[1].longitude'],
    ['two corners', { points: [at(0, 0), at(1, 1)] }, 'geofence.points'],
    ['corners on one line', { points: [at(0, 0), at(1, 1), at(2, 2)] }, 'geofence.points'],
    ['a corner given twice', { points: [at(0, 0), at(0, 0), at(1, 1)] }, 'geofence.points'],
    ['sides that cross', { points: [at(0, 0), at(1, 1), at(0, 1), at(1, 0)] }, 'geofence.points'],
    ['a corner on another side', { points: [at(0, 0), at(0, 2), at(2, 2), at(0, 1)] }, 'geofence.points'],
    ['a way around the world', { points: [at(0, -170), at(0, 170), at(5, 0)] }, 'geofence.points'],
  ])('with %s is refused', (_what, given, field) => {
    expect(fieldOf(() => toGeofence(given))).toBe(field);
  });

  it('may have dents', () => {
    const dented = [...square.slice(0, 3), at(0.5, 0.5), at(1, 0)];
    expect(fieldOf(() => toGeofence({ points: dented }))).toBe('accepted');
  });
});

describe('a network', () => {
  it('is a range of IPv4 or IPv6 addresses, kept once', () => {
    expect(toNetworks([' 192.0.2.0/24', '192.0.2.0/24', '2001:DB8::/32'])).toEqual(['192.0.2.0/24', '2001:db8::/32']);
  });

  it.each([
    '192.0.2.1',
    '192.0.2.0/33',
    '192.0.2.0/-1',
    '192.0.2.0/24/8',
    '300.0.0.0/8',
    '2001:db8::/129',
    'fe80::%1/64',
    '',
  ])('written %s is refused by its place in the list', (network) => {
    expect(fieldOf(() => toNetworks(['10.0.0.0/8', network]))).toBe('allowedNetworks[1]');
  });
});

describe('a rule', () => {
  const off = { geofence: null, geofenceMode: 'OFF', allowedNetworks: [], networkMode: 'OFF' } as const;

  it('cannot be on without what it needs: nobody could ever keep it', () => {
    expect(fieldOf(() => checkPlaceRules(off))).toBe('accepted');
    expect(fieldOf(() => checkPlaceRules({ ...off, geofenceMode: 'REFUSE' }))).toBe('geofenceMode');
    expect(fieldOf(() => checkPlaceRules({ ...off, networkMode: 'FLAG' }))).toBe('networkMode');
  });
});
