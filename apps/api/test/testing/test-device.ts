import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { type DeviceRequest, deviceAuthorization, textOfPairing, textOfRequest } from '@rollcall/contracts';
import type { Credentials, GraphQLAnswer } from './graphql-test-client.js';
import type { TestApi } from './test-api.js';

const PAIR = 'mutation ($input: PairDeviceInput!) { pairDevice(input: $input) { id name siteName } }';

/** A device as its makers would write one: it holds a key, pairs with a code and signs what it sends. */
export class TestDevice {
  readonly publicKey: string;
  private readonly privateKey: KeyObject;
  /** Told at pairing. */
  id = 'none';

  constructor(private readonly api: TestApi) {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
    this.privateKey = privateKey;
    this.publicKey = publicKey.export({ format: 'der', type: 'spki' }).toString('base64url');
  }

  pair(code: string, change: { readonly publicKey?: string; readonly signature?: string } = {}) {
    const { publicKey } = this;
    const signature = this.sign(textOfPairing({ code, publicKey }));
    return this.api.client.ask(PAIR, { code, publicKey, signature, ...change });
  }

  async pairOnce(code: string): Promise<this> {
    const { data, text } = await this.pair(code);
    if (data === null) throw new Error(text);
    this.id = data.pairDevice.id;
    return this;
  }

  /** What goes into the header for this body; `change` is signed too. */
  headerFor(body: string, change: Partial<DeviceRequest> = {}): Credentials {
    const nowMs = this.api.clock.now().getTime();
    const request: DeviceRequest = {
      ...{ deviceId: this.id, method: 'POST', path: '/graphql' },
      bodySha256: createHash('sha256').update(body).digest('hex'),
      ...{ timeMs: nowMs, clockMs: nowMs, nonce: randomBytes(16).toString('base64url') },
      ...change,
    };
    return { authorization: deviceAuthorization(request, this.sign(textOfRequest(request))) };
  }

  send(body: unknown, change: Partial<DeviceRequest> = {}): Promise<GraphQLAnswer> {
    const text = JSON.stringify(body);
    return this.api.client.send(text, this.headerFor(text, change));
  }

  ask(query: string, input: unknown): Promise<GraphQLAnswer> {
    return this.send({ query, variables: { input } });
  }

  sign(text: string): string {
    const key = { key: this.privateKey, dsaEncoding: 'ieee-p1363' as const };
    return sign('sha256', Buffer.from(text), key).toString('base64url');
  }
}

const CREATE = 'mutation ($input: CreateDeviceInput!) { createDevice(input: $input) { id version site { id } } }';
const CODE = 'mutation ($id: ID!) { createPairingCode(deviceId: $id) { code expiresAt device { id pairedAt } } }';

/** Registers a device at a site. @returns its id */
export async function createDevice(api: TestApi, as: Credentials, siteId: string, name = 'Gate'): Promise<string> {
  const { data, text } = await api.client.ask(CREATE, { name, siteId }, as);
  if (data === null) throw new Error(text);
  return data.createDevice.id;
}

export async function pairingCode(api: TestApi, as: Credentials, id: string): Promise<string> {
  const { data, text } = await api.client.send({ query: CODE, variables: { id } }, as);
  if (data === null) throw new Error(text);
  return data.createPairingCode.code;
}

/** A paired device at the site. */
export async function createPairedDevice(api: TestApi, as: Credentials, siteId: string): Promise<TestDevice> {
  const code = await pairingCode(api, as, await createDevice(api, as, siteId));
  return new TestDevice(api).pairOnce(code);
}
