import { webcrypto } from 'node:crypto';
import { readDeviceAuthorization, textOfPairing, textOfRequest } from '@rollcall/contracts';
import { describe, expect, it } from 'vitest';
import { authorisationFor, createKeyPair, proofOfPairing, sha256Hex } from './device-key';

const REQUEST = {
  deviceId: 'd-1',
  method: 'POST',
  path: '/graphql',
  timeMs: 1_790_000_000_000,
  clockMs: 1_790_000_000_500,
};

function isSigned(key: CryptoKey, text: string, signature: string): Promise<boolean> {
  const how = { name: 'ECDSA', hash: 'SHA-256' };
  return webcrypto.subtle.verify(how, key, Buffer.from(signature, 'base64url'), Buffer.from(text));
}

describe('the key of a kiosk', () => {
  it('cannot be read out', async () => {
    const { privateKey } = await createKeyPair();
    expect(privateKey.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('pkcs8', privateKey)).rejects.toThrow();
  });

  it('shows that it is held: the signature is of this code and this public key', async () => {
    const pair = await createKeyPair();
    const { code, publicKey, signature } = await proofOfPairing('K7PM2QXD', pair);
    expect(Buffer.from(publicKey, 'base64url')).toHaveLength(91);
    expect(await isSigned(pair.publicKey, textOfPairing({ code, publicKey }), signature)).toBe(true);
    expect(await isSigned(pair.publicKey, textOfPairing({ code: 'K7PM2QXE', publicKey }), signature)).toBe(false);
  });
});

describe('a signed request', () => {
  it('carries what the server needs to check it, and the hash of its body', async () => {
    const pair = await createKeyPair();
    const body = '{"query":"{ viewer { name } }","text":"Zoë – مرحبا"}';
    const sent = readDeviceAuthorization(await authorisationFor(pair.privateKey, body, REQUEST));
    if (sent === null) throw new Error('not readable');
    expect(sent).toMatchObject({ deviceId: 'd-1', timeMs: REQUEST.timeMs, clockMs: REQUEST.clockMs });
    expect(sent.bodySha256).toBe(await sha256Hex(body));
    expect(await isSigned(pair.publicKey, textOfRequest({ ...REQUEST, ...sent }), sent.signature)).toBe(true);
  });

  it('never has the same nonce twice', async () => {
    const { privateKey } = await createKeyPair();
    const headers = await Promise.all(Array.from({ length: 50 }, () => authorisationFor(privateKey, '', REQUEST)));
    expect(new Set(headers.map((header) => readDeviceAuthorization(header)?.nonce)).size).toBe(50);
  });

  it('hashes as everybody does', async () => {
    expect(await sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});
