import { compareText } from '../order/compare.js';
import { parseInstant } from '../time/instant.js';
import type { ReplacedMark } from '../types/day-record.js';
import type { Mark } from './mark.js';

export interface CorrectedMarks {
  /** What counts, in time order. */
  readonly marks: readonly Mark[];
  readonly replaced: readonly ReplacedMark[];
}

/**
 * Lets corrections stand in for the events they name. An event and all corrections that go back to it are a family; of
 * a family only the last word counts: the correction that no other one replaces, the latest received if there are
 * several. A void correction takes its family out of the count altogether.
 */
export function applyCorrections(marks: readonly Mark[]): CorrectedMarks {
  const families = familiesOf(marks);
  const replaced: ReplacedMark[] = [];
  const standing = new Set<Mark>();
  for (const family of families.values()) {
    const last = lastWord(family);
    const stands = last !== undefined && last.event.isVoid !== true;
    if (stands) standing.add(last);
    for (const mark of family) {
      if (stands && mark === last) continue;
      const byEventId = mark === last ? null : (last?.event.eventId ?? null);
      replaced.push({ eventId: mark.event.eventId, byEventId });
    }
  }
  return { marks: marks.filter((mark) => standing.has(mark)), replaced: replaced.sort(byId) };
}

function familiesOf(marks: readonly Mark[]): ReadonlyMap<string, readonly Mark[]> {
  const byEventId = new Map(marks.map((mark) => [mark.event.eventId, mark]));
  const families = new Map<string, Mark[]>();
  for (const mark of marks) {
    const root = rootOf(mark, byEventId);
    const family = families.get(root);
    if (family === undefined) families.set(root, [mark]);
    else family.push(mark);
  }
  return families;
}

/** Follows the chain of replaced events to its beginning; events that replace each other in a circle share one root. */
function rootOf(mark: Mark, byEventId: ReadonlyMap<string, Mark>): string {
  const path: string[] = [];
  let current: Mark | undefined = mark;
  let id = mark.event.eventId;
  while (current !== undefined) {
    const next: string | null = replacedIdOf(current);
    if (next === null) return id;
    if (path.includes(next)) return [...path.slice(path.indexOf(next))].sort().at(0) ?? next;
    path.push(next);
    id = next;
    current = byEventId.get(next);
  }
  return id;
}

function replacedIdOf({ event }: Mark): string | null {
  const target = event.replacesEventId ?? null;
  return target === event.eventId ? null : target;
}

function lastWord(family: readonly Mark[]): Mark | undefined {
  const named = new Set(family.map(replacedIdOf));
  const candidates = family.filter(({ event }) => !named.has(event.eventId));
  return candidates
    .map((mark) => ({ mark, receivedMs: receivedMsOf(mark) }))
    .sort((a, b) => b.receivedMs - a.receivedMs || compareText(b.mark.event.eventId, a.mark.event.eventId))
    .at(0)?.mark;
}

function receivedMsOf({ event, ms }: Mark): number {
  return event.recordedAt == null ? ms : parseInstant(event.recordedAt, `events.${event.eventId}.recordedAt`);
}

function byId(a: ReplacedMark, b: ReplacedMark): number {
  return compareText(a.eventId, b.eventId);
}
