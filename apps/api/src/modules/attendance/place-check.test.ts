import type { PlaceRuleMode } from '@rollcall/contracts';
import { describe, expect, it } from 'vitest';
import { metresOutside } from './geofence-distance.js';
import { isInNetworks } from './network-rule.js';
import { checkPlace, type PlaceRules, USABLE_ACCURACY_METRES } from './place-check.js';

const OFFICE = { latitude: 52.5, longitude: 13.4 };
/** One degree of latitude is 111,195 m on this sphere. */
const north = (metres: number) => ({ latitude: OFFICE.latitude + metres / 111_195, longitude: OFFICE.longitude });
const at = (metres: number, accuracyMetres = 10) => ({ ...north(metres), accuracyMetres });
const fenced = (geofenceMode: PlaceRuleMode): PlaceRules => ({
  geofence: { kind: 'CIRCLE', centre: OFFICE, radiusMetres: 100 },
  ...{ geofenceMode, allowedNetworks: [], networkMode: 'OFF' },
});
const networked = (networkMode: PlaceRuleMode): PlaceRules => ({
  ...{ geofence: null, geofenceMode: 'OFF', networkMode },
  allowedNetworks: ['192.0.2.0/24', '2001:db8::/32'],
});

describe('the distance to a geofence', () => {
  it('is 0 inside a circle and on its edge, and the metres beyond it outside', () => {
    const circle = { kind: 'CIRCLE', centre: OFFICE, radiusMetres: 100 } as const;
    expect(metresOutside(circle, north(99))).toBe(0);
    expect(metresOutside(circle, north(350))).toBeCloseTo(250, 0);
  });

  it('is measured to the nearest side of a polygon, also one with a notch', () => {
    const corner = (east: number, up: number) => ({ latitude: up / 1000, longitude: east / 1000 });
    const notched = { kind: 'POLYGON', points: [corner(0, 0), corner(4, 0), corner(4, 4), corner(2, 1), corner(0, 4)] };
    const distance = (east: number, up: number) => metresOutside(notched as never, corner(east, up));
    expect(distance(1, 1)).toBe(0);
    expect(distance(3, 2)).toBe(0);
    expect(distance(2, 3)).toBeGreaterThan(50);
    expect(distance(5, 2)).toBeCloseTo(111.2, 0);
  });

  it('works across the 180th meridian for a circle', () => {
    const fiji = { kind: 'CIRCLE', centre: { latitude: 0, longitude: 179.9999 }, radiusMetres: 100 } as const;
    expect(metresOutside(fiji, { latitude: 0, longitude: -179.9999 })).toBe(0);
  });
});

describe('a geofence', () => {
  it('that is off asks nothing', () => {
    expect(checkPlace(fenced('OFF'), null, undefined)).toEqual({ refusal: null, isRemote: false, place: null });
  });

  it.each(['FLAG', 'REFUSE'] as const)('in mode %s lets pass who is inside', (mode) => {
    const place = { flags: [], distanceMetres: 0, accuracyMetres: 10 };
    expect(checkPlace(fenced(mode), at(50), undefined)).toEqual({ refusal: null, isRemote: false, place });
  });

  it('that flags lets pass who is outside, as remote', () => {
    const verdict = checkPlace(fenced('FLAG'), at(301), undefined);
    expect(verdict).toMatchObject({ refusal: null, isRemote: true, place: { flags: ['OUTSIDE_GEOFENCE'] } });
    expect(Math.abs((verdict.place?.distanceMetres ?? 0) - 201)).toBeLessThan(2);
  });

  it('that flags says when the location is unknown, and claims nothing', () => {
    const verdict = checkPlace(fenced('FLAG'), null, undefined);
    expect(verdict).toMatchObject({ refusal: null, isRemote: false, place: { flags: ['LOCATION_UNKNOWN'] } });
  });

  it.each([
    ['outside', at(101)],
    ['without a location', null],
    ['with a vague location', at(0, USABLE_ACCURACY_METRES + 1)],
    ['with a perfect location, which no device has', at(0, 0)],
    ['with a negative accuracy', at(0, -5)],
    ['with an accuracy that is no number', at(0, Number.NaN)],
    ['with a place that is no number', { latitude: Number.NaN, longitude: 13.4, accuracyMetres: 5 }],
    ['with a place off the earth', { latitude: 152.5, longitude: 13.4, accuracyMetres: 5 }],
  ])('that refuses refuses who is %s', (_what, location) => {
    expect(checkPlace(fenced('REFUSE'), location, undefined).refusal).toBe('OUTSIDE_GEOFENCE');
  });

  it('that refuses and has no fence refuses everybody', () => {
    expect(checkPlace({ ...fenced('REFUSE'), geofence: null }, at(0), undefined).refusal).toBe('OUTSIDE_GEOFENCE');
  });
});

describe('a network', () => {
  it.each(['192.0.2.7', '::ffff:192.0.2.7', '2001:db8:1::5', '2001:DB8:1::5'])('holds %s', (address) => {
    expect(checkPlace(networked('REFUSE'), null, address).refusal).toBeNull();
  });

  it.each(['192.0.3.7', '::ffff:192.0.3.7', '2001:db9::1', '::1', 'unknown', '', undefined, '192.0.2.7, 10.0.0.1'])(
    'does not hold %s, and a rule that refuses refuses it',
    (address) => {
      expect(checkPlace(networked('REFUSE'), null, address).refusal).toBe('NETWORK_REFUSED');
      expect(checkPlace(networked('FLAG'), null, address)).toMatchObject({
        refusal: null,
        isRemote: false,
        place: { flags: ['OTHER_NETWORK'] },
      });
    },
  );

  it('of one address and of all addresses are told apart', () => {
    expect(isInNetworks(['192.0.2.1/32'], '192.0.2.1')).toBe(true);
    expect(isInNetworks(['192.0.2.1/32'], '192.0.2.2')).toBe(false);
    expect(isInNetworks(['0.0.0.0/0'], '203.0.113.9')).toBe(true);
    expect(isInNetworks(['0.0.0.0/0'], '2001:db8::1')).toBe(false);
    expect(isInNetworks([], '192.0.2.1')).toBe(false);
  });
});
