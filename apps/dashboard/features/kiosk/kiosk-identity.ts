import { inStore } from './kiosk-database';

/** Who this device is, once it was paired. The private key can sign and cannot be read. */
export interface KioskIdentity {
  readonly deviceId: string;
  readonly name: string;
  readonly siteName: string;
  readonly privateKey: CryptoKey;
}

/** There is one. */
const ID = 'device';

export async function loadIdentity(): Promise<KioskIdentity | null> {
  const found = await inStore<KioskIdentity | undefined>('identity', 'readonly', (store) => store.get(ID));
  return found ?? null;
}

/** In place of the one before: its key is gone. */
export async function saveIdentity(identity: KioskIdentity): Promise<void> {
  await inStore('identity', 'readwrite', (store) => store.put({ id: ID, ...identity }));
}
