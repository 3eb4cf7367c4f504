import type { AttendanceEvent, DayRecord as EngineDay } from '@rollcall/attendance';

/**
 * Whether nothing happened that makes a closed day another one: the marks in its window are those it was judged by. What only
 * the rules of today would judge differently is settled.
 *
 * @param record the verdict as it is stored, with the window it was judged in
 * @param next what the same day would be now; undefined: it would have no record
 * @param events all that is known of the person around it, replaced ones too
 */
export function isSettled(record: EngineDay, next: EngineDay | undefined, events: readonly AttendanceEvent[]): boolean {
  const judged = idsOf(record);
  // Marks inside the window of a day off do not count there: then the new verdict has none either.
  if (isSame(judged, idsOf(next))) return true;
  const [opens, closes] = [Date.parse(record.windowOpensAt), Date.parse(record.windowClosesAt)];
  const held = standing(events).filter(({ at }) => opens <= Date.parse(at) && Date.parse(at) < closes);
  return isSame(judged, new Set(held.map(({ eventId }) => eventId)));
}

/** The events without some that count, and without those that were corrected by them. */
export function withoutMarks(
  events: readonly AttendanceEvent[],
  counted: ReadonlySet<string>,
): readonly AttendanceEvent[] {
  const byId = new Map(events.map((event) => [event.eventId, event]));
  const dropped = new Set<string>();
  for (const eventId of counted) {
    let id: string | null | undefined = eventId;
    while (id != null && !dropped.has(id)) {
      dropped.add(id);
      id = byId.get(id)?.replacesEventId;
    }
  }
  return events.filter(({ eventId }) => !dropped.has(eventId));
}

export const idsOf = (record: EngineDay | undefined): ReadonlySet<string> =>
  new Set(record?.marks.map(({ eventId }) => eventId));

function standing(events: readonly AttendanceEvent[]): readonly AttendanceEvent[] {
  const replaced = new Set(events.map(({ replacesEventId }) => replacesEventId));
  return events.filter(({ eventId, isVoid }) => isVoid !== true && !replaced.has(eventId));
}

const isSame = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((id) => b.has(id));
