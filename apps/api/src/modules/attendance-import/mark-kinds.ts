import type { AttendanceKind } from '@rollcall/contracts';
import { foldHeading } from '../../files/header-map.js';

/**
 * Punch states of ZKTeco terminals, as their communication manuals list them: 0 check-in, 1 check-out, 2 break-out (a break
 * begins), 3 break-in (it ends), 4 overtime-in, 5 overtime-out. 255: no state key was pressed.
 */
export const KIND_BY_STATE: Readonly<Record<string, AttendanceKind>> = {
  '0': 'CHECK_IN',
  '1': 'CHECK_OUT',
  '2': 'BREAK_START',
  '3': 'BREAK_END',
  '4': 'CHECK_IN',
  '5': 'CHECK_OUT',
  '255': 'AUTO',
};

/** What people and programs write, folded. */
const WORDS: Readonly<Record<AttendanceKind, readonly string[]>> = {
  AUTO: ['', 'auto', 'punch', 'none', 'unknown', 'undefined', 'normal'],
  CHECK_IN: [
    'checkin',
    'in',
    'i',
    'cin',
    'clockin',
    'punchin',
    'entry',
    'enter',
    'arrival',
    'dutyon',
    'overtimein',
    'otin',
    'kommen',
    'eingang',
    'entree',
    'entrada',
  ],
  CHECK_OUT: [
    'checkout',
    'out',
    'o',
    'cout',
    'clockout',
    'punchout',
    'exit',
    'leave',
    'departure',
    'dutyoff',
    'overtimeout',
    'otout',
    'gehen',
    'ausgang',
    'sortie',
    'salida',
  ],
  BREAK_START: ['breakstart', 'breakout', 'bout', 'startbreak', 'pausebeginn', 'lunchout'],
  BREAK_END: ['breakend', 'breakin', 'bin', 'endbreak', 'pauseende', 'lunchin'],
};

const KIND_BY_WORD: ReadonlyMap<string, AttendanceKind> = new Map(
  (Object.keys(WORDS) as AttendanceKind[]).flatMap((kind) => WORDS[kind].map((word) => [word, kind] as const)),
);

/** Null: nobody knows what that means. */
export function kindOf(text: string): AttendanceKind | null {
  return KIND_BY_STATE[text.trim()] ?? KIND_BY_WORD.get(foldHeading(text)) ?? null;
}
