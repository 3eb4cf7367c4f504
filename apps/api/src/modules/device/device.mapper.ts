import type { Device as DeviceEntity } from '@rollcall/db';
import { toSite } from '../site/site.mapper.js';
import { toldClockOffset } from './clock-offset.js';
import type { Device, PairDevicePayload, PairingCode } from './device.types.js';
import type { PairingCode as CreatedCode, PairedDevice } from './device-pairing.service.js';

export function toDevice(device: DeviceEntity): Device {
  const { id, name, status, activeFromAt, syncedThroughAt, lastSeenAt, version, siteId } = device;
  const clockOffsetMs = toldClockOffset(device.clockOffsetMs);
  const serialNumber = device.serialNumber ?? null;
  const pairedAt = device.pairedAt ?? null;
  return {
    ...{ serialNumber, pairedAt, id, name, status, activeFromAt, syncedThroughAt, lastSeenAt, clockOffsetMs },
    ...{ version, siteId },
  };
}

export function toPairingCode({ device, code, expiresAt }: CreatedCode): PairingCode {
  return { device: toDevice(device), code, expiresAt };
}

export function toPairDevicePayload({ device, site }: PairedDevice): PairDevicePayload {
  return { id: device.id, name: device.name, siteName: toSite(site).name };
}
