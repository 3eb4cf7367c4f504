import type { ActorRef, AttendanceEvent, Employee } from '@rollcall/db';
import { takenBackAt } from '../../services/taken-back-at.js';

interface Written {
  readonly id: string;
  readonly actor: ActorRef;
  readonly recordedAt: Date;
}

/** The event that takes a mark back: it stands at the same time and is no mark itself. */
export function markTakenBack(event: AttendanceEvent, written: Written): AttendanceEvent {
  return { ...correctionOf(event, written), at: takenBackAt(event), replacesEventId: event.id, isVoid: true };
}

/** The same mark for the person who made it. Somebody vouched for it: the face was taken for another. */
export function markForActual(event: AttendanceEvent, { id }: Employee, written: Written): AttendanceEvent {
  return { ...correctionOf(event, written), employeeId: id, isRemote: event.isRemote, costCentre: event.costCentre };
}

function correctionOf({ employeeId, siteId, kind, at, timeZone, localDate }: AttendanceEvent, written: Written) {
  return {
    ...{ employeeId, siteId, kind, at, timeZone, localDate },
    ...{ source: 'CORRECTION' as const, assurance: 'SUPERVISOR' as const },
    ...{ attemptId: null, deviceId: null, replacesEventId: null, isVoid: false, isRemote: false, costCentre: null },
    ...written,
  };
}
