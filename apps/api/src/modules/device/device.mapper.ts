import type { Device as DeviceEntity } from '@rollcall/db';
import type { Device } from './device.types.js';

export function toDevice(device: DeviceEntity): Device {
  const { id, name, status, activeFromAt, syncedThroughAt, lastSeenAt, clockOffsetMs, version, siteId } = device;
  const serialNumber = device.serialNumber ?? null;
  return { serialNumber, id, name, status, activeFromAt, syncedThroughAt, lastSeenAt, clockOffsetMs, version, siteId };
}
