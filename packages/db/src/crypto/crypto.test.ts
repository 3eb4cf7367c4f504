import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { associatedData, seal, unseal } from './aead.js';
import {
  formatMasterKeys,
  generateMasterKeys,
  MasterKeyError,
  masterKeyOf,
  parseMasterKeys,
  withNewMasterKey,
} from './master-key.js';
import { loadOrCreateMasterKeyFile } from './master-key-file.js';
import { openVector, sealVector } from './vector-cipher.js';

describe('a sealed value', () => {
  const key = randomBytes(32);
  const aad = associatedData('use', 'a', 'b');
  const plain = Buffer.from('what nobody else may read');

  it('opens with its key and place', () => {
    expect(unseal(key, seal(key, plain, aad), aad)).toEqual(plain);
  });

  it('opens nowhere else, with no other key, and not after any change', () => {
    const sealed = seal(key, plain, aad);
    const flip = (bytes: Buffer) => Buffer.from(bytes.map((byte, i) => (i === 0 ? byte ^ 1 : byte)));
    const wrong = [
      () => unseal(randomBytes(32), sealed, aad),
      () => unseal(key, sealed, associatedData('use', 'a', 'c')),
      () => unseal(key, sealed, associatedData('use', 'ab', '')),
      () => unseal(key, { ...sealed, iv: flip(sealed.iv) }, aad),
      () => unseal(key, { ...sealed, tag: flip(sealed.tag) }, aad),
      () => unseal(key, { ...sealed, tag: sealed.tag.subarray(0, 8) }, aad),
      () => unseal(key, { ...sealed, ciphertext: flip(sealed.ciphertext) }, aad),
    ];
    for (const attempt of wrong) expect(attempt).toThrow(expect.objectContaining({ code: 'INTERNAL_SERVER_ERROR' }));
  });

  it('never looks the same twice', () => {
    expect(seal(key, plain, aad).ciphertext).not.toEqual(seal(key, plain, aad).ciphertext);
  });
});

describe('a sealed vector', () => {
  const place = { templateId: 't', employeeId: 'e', consentId: 'c', modelId: 'm' };
  const dataKey = { id: 'k', key: randomBytes(32) };

  it('comes back bit by bit, also from a part of a larger buffer', () => {
    const whole = Float32Array.from([9, 0.1, -0, 1e-38, 3.4e38, -1, 9]);
    const part = whole.subarray(1, 6);
    const opened = openVector(dataKey.key, sealVector(dataKey, part, place), place);
    expect(Buffer.from(opened.buffer)).toEqual(Buffer.from(part.slice().buffer));
  });

  it('is bound to template, person, consent, model and key', () => {
    const sealed = sealVector(dataKey, Float32Array.of(1, 2), place);
    for (const field of ['templateId', 'employeeId', 'consentId', 'modelId']) {
      expect(() => openVector(dataKey.key, sealed, { ...place, [field]: 'other' }), field).toThrow();
    }
    expect(() => openVector(dataKey.key, { ...sealed, keyId: 'other' }, place)).toThrow();
  });
});

describe('master keys', () => {
  it('are read from base64, hex and versioned lists; the highest version is current', () => {
    const key = randomBytes(32);
    expect(parseMasterKeys(` ${key.toString('base64')}\n`)).toEqual({ currentVersion: 1, keys: new Map([[1, key]]) });
    expect(parseMasterKeys(key.toString('hex')).keys.get(1)).toEqual(key);
    const rotated = withNewMasterKey(parseMasterKeys(key.toString('base64')));
    expect(parseMasterKeys(formatMasterKeys(rotated))).toEqual(rotated);
    expect(rotated.currentVersion).toBe(2);
    expect(masterKeyOf(rotated, 1)).toEqual(key);
  });

  it('that are none are refused without repeating the text', () => {
    const one = randomBytes(32).toString('base64');
    for (const text of [
      '',
      'secret-text',
      randomBytes(16).toString('base64'),
      `1:${one},1:${one}`,
      `0:${one}`,
      `x:${one}`,
    ]) {
      expect(() => parseMasterKeys(text), text).toThrow(MasterKeyError);
    }
    expect(() => parseMasterKeys('secret-text')).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('secret-text') }),
    );
    expect(() => masterKeyOf(generateMasterKeys(), 7)).toThrow(/version 7/);
  });
});

describe('the master key file', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rollcall-key-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is made once, for its owner only, also when several processes start together', async () => {
    const file = join(folder, 'new', 'master.key');
    const rings = await Promise.all(Array.from({ length: 8 }, () => loadOrCreateMasterKeyFile(file)));
    expect(new Set(rings.map(formatMasterKeys)).size).toBe(1);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(parseMasterKeys(await readFile(file, 'utf8'))).toEqual(rings[0]);
  });

  it('is refused if others may read it, and if it holds no key', async () => {
    const file = join(folder, 'master.key');
    await loadOrCreateMasterKeyFile(file);
    await chmod(file, 0o640);
    await expect(loadOrCreateMasterKeyFile(file)).rejects.toThrow(/chmod 600/);
    await chmod(file, 0o600);
    await writeFile(file, '');
    await expect(loadOrCreateMasterKeyFile(file)).rejects.toThrow(MasterKeyError);
  });
});
