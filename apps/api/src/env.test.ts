import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { EnvError, envSchema, readEnv } from './env.js';

const example = readFileSync(new URL('../../../.env.example', import.meta.url), 'utf8');
const lines = [...example.matchAll(/^(# )?([A-Z][A-Z0-9_]+)=(.*)$/gm)].map(([, off, name = '', value = '']) => ({
  isSet: off === undefined,
  name,
  value,
}));

describe('.env.example', () => {
  it('names every variable that is read, and no other, once', () => {
    expect(lines.map((line) => line.name).sort()).toEqual(Object.keys(envSchema.shape).sort());
  });

  it('gives exactly the defaults for the variables it sets', () => {
    const set = Object.fromEntries(lines.filter((line) => line.isSet).map((line) => [line.name, line.value]));
    expect(readEnv(set)).toEqual(readEnv({}));
    const withDefault = Object.entries(envSchema.shape).filter(
      ([, schema]) => schema.safeParse(undefined).data !== undefined,
    );
    expect(Object.keys(set).sort()).toEqual(withDefault.map(([name]) => name).sort());
  });

  it('gives examples that can be used', () => {
    const examples = Object.fromEntries(
      lines.filter((line) => line.value !== '').map((line) => [line.name, line.value]),
    );
    expect(() => readEnv(examples)).not.toThrow();
  });
});

describe('readEnv', () => {
  it('takes an empty variable as not set', () => {
    expect(readEnv({ MONGODB_URI: '', API_PORT: '' })).toMatchObject({ API_PORT: 4000 });
  });

  it('makes the data directory absolute', () => {
    expect(readEnv({ ROLLCALL_DATA_DIR: 'some/where' }).ROLLCALL_DATA_DIR).toBe(path.resolve('some/where'));
  });

  it.each([
    ['API_PORT', 'eighty'],
    ['API_PORT', '70000'],
    ['MONGODB_URI', 'postgres://localhost'],
    ['ROLLCALL_TIME_ZONE', 'Middle-earth/Shire'],
    ['ROLLCALL_ADMIN_PASSWORD', 'tooshort'],
    ['ROLLCALL_ADMIN_EMAIL', 'nobody'],
    ['ROLLCALL_PUBLIC_URL', 'ftp://example.org'],
    ['FACE_ENGINE', 'torch'],
    ['FACE_WORKERS', '0'],
  ])('names %s when it is "%s", and does not repeat the value', (name, value) => {
    const read = () => readEnv({ [name]: value });
    expect(read).toThrow(EnvError);
    expect(read).toThrow(name);
    expect(read).not.toThrow(value === '0' ? 'impossible' : value);
  });
});
