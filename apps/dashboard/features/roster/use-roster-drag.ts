'use client';

import { type PointerEvent, type RefCallback, useCallback, useRef, useState } from 'react';
import { type DayPlace, dayAtPoint, shiftAtPoint } from './day-at-point';
import { followPointer, type PointerAt } from './follow-pointer';

/** What is being dragged: a shift to another day, or a line over days of one person. */
export type RosterDrag =
  | {
      readonly kind: 'SHIFT';
      readonly shiftId: string;
      readonly from: DayPlace;
      readonly to: DayPlace | null;
      readonly isCopy: boolean;
    }
  | { readonly kind: 'DAYS'; readonly personId: string; readonly from: string; readonly to: string };

interface Options {
  readonly onShift: (drag: Extract<RosterDrag, { kind: 'SHIFT' }>, to: DayPlace) => void;
  readonly onDays: (drag: Extract<RosterDrag, { kind: 'DAYS' }>) => void;
}

interface RosterDragState {
  readonly drag: RosterDrag | null;
  /** What follows the pointer. */
  readonly ghost: RefCallback<HTMLElement>;
  readonly begin: (event: PointerEvent) => void;
}

/** Dragging with a mouse or a pen. A finger scrolls; fingers and keys have the dialog of a day, which can do the same. */
export function useRosterDrag({ onShift, onDays }: Options): RosterDragState {
  const [drag, setDrag] = useState<RosterDrag | null>(null);
  const at = useRef({ x: 0, y: 0 });
  const shown = useRef<HTMLElement>(null);
  const ghost = useCallback((element: HTMLElement | null) => {
    shown.current = element;
    place(element, at.current);
  }, []);

  function begin(event: PointerEvent) {
    const down = { x: event.clientX, y: event.clientY };
    const from = dayAtPoint(down);
    if (event.button !== 0 || event.ctrlKey || event.pointerType === 'touch' || from === null) return;
    const shiftId = shiftAtPoint(down);
    const scroller = event.currentTarget;
    let over: DayPlace | null = null;
    const dragAt = (pointer: PointerAt): RosterDrag => {
      const found = dayAtPoint(pointer);
      if (shiftId !== null) return { kind: 'SHIFT', shiftId, from, to: found, isCopy: pointer.isCopy };
      if (found?.personId === from.personId) over = found;
      const [first = from.date, last = from.date] = [from.date, over?.date ?? from.date].sort();
      return { kind: 'DAYS', personId: from.personId, from: first, to: last };
    };
    followPointer(event, {
      onMove: (pointer) => {
        scrollAtEdge(scroller, pointer.x);
        const next = dragAt(pointer);
        setDrag((former) => (JSON.stringify(former) === JSON.stringify(next) ? former : next));
        at.current = pointer;
        place(shown.current, pointer);
      },
      onEnd: (pointer) => {
        setDrag(null);
        const last = dragAt(pointer);
        if (last.kind === 'DAYS') onDays(last);
        else if (last.to !== null) onShift(last, last.to);
      },
      onCancel: () => setDrag(null),
    });
  }
  return { drag, ghost, begin };
}

/** On the side of the pointer that has more room. */
function place(element: HTMLElement | null, { x, y }: { readonly x: number; readonly y: number }): void {
  if (element === null) return;
  element.style.translate = `${x}px ${y}px`;
  element.dataset.side = x < window.innerWidth / 2 ? 'right' : 'left';
}

const EDGE_PX = 48;
const STEP_PX = 12;

/** So that a day out of sight can be reached. */
function scrollAtEdge(scroller: Element, x: number): void {
  const { left, right } = scroller.getBoundingClientRect();
  if (x < left + EDGE_PX) scroller.scrollLeft -= STEP_PX;
  if (x > right - EDGE_PX) scroller.scrollLeft += STEP_PX;
}
