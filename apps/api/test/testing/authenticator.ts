import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

interface Options {
  /** Whether the key says that it checked its owner; default true. */
  readonly checksOwner?: boolean;
  readonly origin: string;
}

const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const HAS_CREDENTIAL = 0x40;

/** A security key in software: ES256, no attestation. What it answers is what a browser would hand on. */
export class TestAuthenticator {
  private readonly id = randomBytes(16);
  private readonly keys: { publicKey: KeyObject; privateKey: KeyObject } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
  });

  constructor(private readonly options: Options) {}

  create(challenge: string, rpId: string) {
    const { x = '', y = '' } = this.keys.publicKey.export({ format: 'jwk' });
    const key = cborMap([
      [cborInt(1), cborInt(2)],
      [cborInt(3), cborInt(-7)],
      [cborInt(-1), cborInt(1)],
      [cborInt(-2), cborBytes(Buffer.from(x, 'base64url'))],
      [cborInt(-3), cborBytes(Buffer.from(y, 'base64url'))],
    ]);
    const idLength = Buffer.from([0, this.id.length]);
    const data = Buffer.concat([this.authData(rpId, HAS_CREDENTIAL), Buffer.alloc(16), idLength, this.id, key]);
    const attestationObject = cborMap([
      [cborText('fmt'), cborText('none')],
      [cborText('attStmt'), cborMap([])],
      [cborText('authData'), cborBytes(data)],
    ]);
    const clientDataJSON = this.clientData('webauthn.create', challenge).toString('base64url');
    const response = {
      clientDataJSON,
      attestationObject: attestationObject.toString('base64url'),
      transports: ['usb'],
    };
    return this.answer(response);
  }

  get(challenge: string, rpId: string) {
    const clientData = this.clientData('webauthn.get', challenge);
    const authenticatorData = this.authData(rpId, 0);
    const signed = Buffer.concat([authenticatorData, createHash('sha256').update(clientData).digest()]);
    return this.answer({
      clientDataJSON: clientData.toString('base64url'),
      authenticatorData: authenticatorData.toString('base64url'),
      signature: sign('sha256', signed, this.keys.privateKey).toString('base64url'),
    });
  }

  private answer<Response>(response: Response) {
    const id = this.id.toString('base64url');
    return { ...{ id, rawId: id, type: 'public-key', clientExtensionResults: {} }, response };
  }

  private clientData(type: string, challenge: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.options.origin, crossOrigin: false }));
  }

  private authData(rpId: string, flags: number): Buffer {
    const checked = (this.options.checksOwner ?? true) ? USER_VERIFIED : 0;
    const hash = createHash('sha256').update(rpId).digest();
    return Buffer.concat([hash, Buffer.from([USER_PRESENT | checked | flags]), Buffer.alloc(4)]);
  }
}

/** What little of CBOR (RFC 8949) a key needs to describe itself. */
function cborHead(major: number, value: number): Buffer {
  if (value < 24) return Buffer.from([(major << 5) | value]);
  return value < 256
    ? Buffer.from([(major << 5) | 24, value])
    : Buffer.from([(major << 5) | 25, value >> 8, value & 255]);
}

const cborInt = (value: number) => (value >= 0 ? cborHead(0, value) : cborHead(1, -1 - value));
const cborBytes = (bytes: Buffer) => Buffer.concat([cborHead(2, bytes.length), bytes]);
const cborText = (text: string) => Buffer.concat([cborHead(3, text.length), Buffer.from(text)]);
const cborMap = (entries: ReadonlyArray<readonly [Buffer, Buffer]>) =>
  Buffer.concat([cborHead(5, entries.length), ...entries.flat()]);
