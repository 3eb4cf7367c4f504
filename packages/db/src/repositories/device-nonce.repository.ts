import type { DeviceNonceDocument } from '../models/device-nonce.model.js';
import type { Collection } from './collection.js';
import { isDuplicateKey } from './database-errors.js';

export class DeviceNonceRepository {
  constructor(private readonly collection: Collection<DeviceNonceDocument>) {}

  /**
   * Takes the nonce of a device; of many that come with it, whichever process they reach, one gets it.
   *
   * @param deleteAt when it may be forgotten: a request with it must be refused for its age by then
   * @returns false: it was taken before
   */
  async take(deviceId: string, nonce: string, deleteAt: Date): Promise<boolean> {
    try {
      await this.collection.insert({ _id: `${deviceId}:${nonce}`, deleteAt });
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }
}
