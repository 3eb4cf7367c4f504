import { hoursBefore, NOTHING_ELSE, type OccurrenceSource } from './occurrence.js';

/** Active devices of which nothing has been heard for too long: one notification for each silence. */
export const silentDevices: OccurrenceSource = async ({ db, now }, { silentDeviceHours }) => {
  const silentSince = hoursBefore(now(), silentDeviceHours);
  const open = (await db.devices.listActive())
    .map(({ id, siteId, activeFromAt, lastSeenAt }) => ({
      ...{ id, siteId, heardAt: lastSeenAt !== null && lastSeenAt > activeFromAt ? lastSeenAt : activeFromAt },
    }))
    .filter(({ heardAt }) => heardAt <= silentSince)
    .map(({ id, siteId, heardAt }) => ({
      ...{ ...NOTHING_ELSE, kind: 'SILENT_DEVICE' as const, subject: `${id}:${heardAt.toISOString()}` },
      ...{ deviceId: id, siteId, since: hoursBefore(heardAt, -silentDeviceHours) },
    }));
  return { open, toldFrom: null, settledFrom: null };
};
