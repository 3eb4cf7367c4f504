import type { JsonValue, TimelineItem } from '@rollcall/db';
import { toAttendanceEvent } from '../attendance/attendance.mapper.js';
import { toLeave } from '../calendar/calendar.mapper.js';
import { toCorrection } from '../correction/correction.mapper.js';
import type { TimelineEntry } from './timeline.types.js';

const NOTHING_MORE = { mark: null, correction: null, leave: null, action: null, from: null, to: null, actor: null };

export function toTimelineEntry(item: TimelineItem): TimelineEntry {
  const { id, at, kind } = item;
  const plain = { id, at, kind, ...NOTHING_MORE, shiftId: null };
  if (item.kind === 'MARK') return { ...plain, mark: toAttendanceEvent(item.event) };
  if (item.kind === 'CORRECTION') return { ...plain, correction: toCorrection(item.correction) };
  if (item.kind === 'LEAVE') return { ...plain, leave: toLeave(item.leave) };
  const { actor, details } = item.entry;
  const done = { ...plain, action: item.action, actor: { kind: actor.kind, id: actor.id } };
  if (item.kind !== 'SHIFT') return done;
  const from = textOf(details.from) ?? textOf(details.date);
  return { ...done, from, to: textOf(details.to) ?? textOf(details.toDate), shiftId: textOf(details.shiftId) };
}

/** Entries of before say less. */
const textOf = (value: JsonValue | undefined): string | null => (typeof value === 'string' ? value : null);
