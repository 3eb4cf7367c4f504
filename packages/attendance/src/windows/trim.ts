import { compareText } from '../order/compare.js';
import type { Occurrence } from '../schedule/occurrence.js';
import { fullWindow, isDayOff, type ShiftWindow } from './window.js';

/**
 * The windows in which marks count, disjoint and in order. Where two overlap, they meet at the midpoint between the
 * earlier shift's end and the later one's start, moved into the overlap if it lies outside it, so that no moment that
 * belonged to either is lost. A day off yields to the windows of worked shifts beside it.
 */
export function trimmedWindows(occurrences: readonly Occurrence[]): readonly ShiftWindow[] {
  const counting = occurrences.filter(({ doMarksCount }) => doMarksCount).map(fullWindow);
  const worked = meetAtMidpoints(counting.filter(({ occurrence }) => !isDayOff(occurrence)));
  const off = counting.filter(({ occurrence }) => isDayOff(occurrence)).map((window) => yieldTo(window, worked));
  return [...worked, ...meetAtMidpoints(off)].filter(({ opensMs, closesMs }) => opensMs < closesMs).sort(byOpening);
}

function meetAtMidpoints(windows: readonly ShiftWindow[]): readonly ShiftWindow[] {
  const met: ShiftWindow[] = [];
  for (const window of [...windows].sort(byStart)) {
    const before = met.pop();
    if (before === undefined) {
      met.push(window);
    } else {
      met.push(...meet(before, window));
    }
  }
  return met;
}

function meet(earlier: ShiftWindow, later: ShiftWindow): readonly [ShiftWindow, ShiftWindow] {
  if (earlier.closesMs <= later.opensMs) return [earlier, later];
  const midpoint = Math.floor((earlier.occurrence.hours.endMs + later.occurrence.hours.startMs) / 2);
  const overlapStart = Math.max(earlier.opensMs, later.opensMs);
  const overlapEnd = Math.min(earlier.closesMs, later.closesMs);
  const cutMs = Math.min(Math.max(midpoint, overlapStart), overlapEnd);
  return [
    cutMs < earlier.closesMs ? { ...earlier, closesMs: cutMs, trimmedEndBy: later.occurrence } : earlier,
    cutMs > later.opensMs ? { ...later, opensMs: cutMs, trimmedStartBy: earlier.occurrence } : later,
  ];
}

function yieldTo(window: ShiftWindow, worked: readonly ShiftWindow[]): ShiftWindow {
  let yielded = window;
  for (const other of worked) {
    if (other.closesMs <= yielded.opensMs || other.opensMs >= yielded.closesMs) continue;
    yielded =
      other.occurrence.workDate < window.occurrence.workDate
        ? { ...yielded, opensMs: other.closesMs, trimmedStartBy: other.occurrence }
        : { ...yielded, closesMs: other.opensMs, trimmedEndBy: other.occurrence };
  }
  return yielded;
}

function byStart(a: ShiftWindow, b: ShiftWindow): number {
  const { hours: first, shift: firstShift } = a.occurrence;
  const { hours: second, shift: secondShift } = b.occurrence;
  return (
    first.startMs - second.startMs || first.endMs - second.endMs || compareText(firstShift.shiftId, secondShift.shiftId)
  );
}

function byOpening(a: ShiftWindow, b: ShiftWindow): number {
  return a.opensMs - b.opensMs;
}
