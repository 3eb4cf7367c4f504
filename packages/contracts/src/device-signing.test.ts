import { describe, expect, it } from 'vitest';
import { deviceAuthorization, normalisePairingCode, readDeviceAuthorization, textOfRequest } from './device-signing.js';

const REQUEST = {
  ...{ deviceId: 'd-1', method: 'POST', path: '/graphql', bodySha256: 'a'.repeat(64) },
  ...{ timeMs: 1_790_000_000_000, clockMs: 1_790_000_600_000, nonce: 'n'.repeat(22) },
};
const SIGNATURE = 's'.repeat(86);

describe('the text of a request', () => {
  it('is another one for each part that is changed', () => {
    const changes = [
      ...[{ deviceId: 'd-2' }, { method: 'GET' }, { path: '/graphql?x' }, { bodySha256: 'b'.repeat(64) }],
      ...[{ timeMs: 1_790_000_000_001 }, { clockMs: 1_790_000_600_001 }, { nonce: 'm'.repeat(22) }],
    ];
    const texts = [{}, ...changes].map((change) => textOfRequest({ ...REQUEST, ...change }));
    expect(new Set(texts).size).toBe(changes.length + 1);
  });
});

describe('the header of a device', () => {
  it('is read as it was written', () => {
    const { method: _method, path: _path, ...told } = REQUEST;
    expect(readDeviceAuthorization(deviceAuthorization(REQUEST, SIGNATURE))).toEqual({
      ...told,
      signature: SIGNATURE,
    });
  });

  it.each([
    ['another scheme', 'Bearer rk_1_2'],
    ['a short nonce', deviceAuthorization({ ...REQUEST, nonce: 'n' }, SIGNATURE)],
    ['a body hash in capitals', deviceAuthorization({ ...REQUEST, bodySha256: 'A'.repeat(64) }, SIGNATURE)],
    ['a time that is no number', deviceAuthorization(REQUEST, SIGNATURE).replace('time=1', 'time=x')],
    ['a part twice', `${deviceAuthorization(REQUEST, SIGNATURE)},id=d-2`],
    ['a line break in the id', deviceAuthorization({ ...REQUEST, deviceId: 'd\n1' }, SIGNATURE)],
  ])('with %s is not read', (_what, header) => {
    expect(readDeviceAuthorization(header)).toBeNull();
  });
});

describe('a pairing code', () => {
  it('may be typed in small letters, with spaces and hyphens', () => {
    expect(normalisePairingCode(' k7pm-2q xd ')).toBe('K7PM2QXD');
  });
});
