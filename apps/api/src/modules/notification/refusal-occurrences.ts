import type { CaptureAttempt } from '@rollcall/db';
import { localDateOf } from '../../local-dates/local-date.js';
import { isRefusal } from '../live/live.service.js';
import { hoursBefore, NOTHING_ELSE, type Occurrence, type OccurrenceSource } from './occurrence.js';

const HOUR_MS = 3_600_000;
/** More than an hour, so that what happened while a process was replaced is seen. */
const LOOKED_AT_HOURS = 6;

type Refusal = Pick<CaptureAttempt, 'at' | 'siteId' | 'employeeId' | 'deviceId'>;

/** Persons and devices that were refused so often within an hour; each is told of once a day. */
export const refusedAttempts: OccurrenceSource = async ({ db, now }, settings) => {
  const { timeZone } = await db.settings.get();
  const zones = new Map((await db.sites.listAll()).map((site) => [site.id, site.timeZone]));
  const bySubject = new Map<string, Refusal[]>();
  for await (const attempt of db.captureAttempts.eachSince(hoursBefore(now(), LOOKED_AT_HOURS))) {
    if (attempt.kind !== 'ATTENDANCE' || !isRefusal(attempt)) continue;
    const { at, siteId, employeeId, deviceId } = attempt;
    for (const subject of [employeeId && `EMPLOYEE:${employeeId}`, deviceId && `DEVICE:${deviceId}`]) {
      if (subject) bySubject.set(subject, [...(bySubject.get(subject) ?? []), { at, siteId, employeeId, deviceId }]);
    }
  }
  const open = [...bySubject].flatMap(([subject, refusals]) => {
    const last = firstBurst(refusals, settings.refusedAttempts);
    if (last === null) return [];
    const isDevice = subject.startsWith('DEVICE:');
    const localDate = localDateOf(last.at, zones.get(last.siteId ?? '') ?? timeZone);
    const who = { employeeId: isDevice ? null : last.employeeId, deviceId: isDevice ? last.deviceId : null };
    const about = { siteId: last.siteId, localDate, since: last.at, count: settings.refusedAttempts };
    const occurrence: Occurrence = {
      ...{ ...NOTHING_ELSE, ...who, ...about },
      ...{ kind: 'REFUSED_ATTEMPTS', subject: `${subject}:${localDate}` },
    };
    return [occurrence];
  });
  return { open, toldFrom: null };
};

/** The refusal with which there were so many within an hour for the first time; null: there never were. */
export function firstBurst<T extends { readonly at: Date }>(refusals: readonly T[], count: number): T | null {
  const inOrder = refusals.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  return (
    inOrder.find((one, index) => {
      const begun = inOrder[index - count + 1];
      return begun !== undefined && one.at.getTime() - begun.at.getTime() <= HOUR_MS;
    }) ?? null
  );
}
