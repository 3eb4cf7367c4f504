import {
  buildDayRecords,
  type DayRecordsInput,
  type DayRecordsResult,
  type DayRecord as EngineDay,
  type OffShiftMark as EngineOffShift,
} from '@rollcall/attendance';
import type { LoadedPerson } from './day-input.loader.js';
import { isRosterFault } from './roster-fault.js';
import { withoutMarks } from './settled-days.js';

/** The verdict on one person's days as it would be now; nothing of it is stored. */
export interface ComputedDays {
  readonly person: LoadedPerson;
  readonly records: readonly EngineDay[];
  readonly offShift: readonly EngineOffShift[];
}

const NO_DAYS: Pick<DayRecordsResult, 'records' | 'offShift'> = { records: [], offShift: [] };

/** Null if the roster contradicts itself. */
export function computeIfSound(person: LoadedPerson): ComputedDays | null {
  try {
    return compute(person);
  } catch (error) {
    if (isRosterFault(error)) return null;
    throw error;
  }
}

/** As if some marks were counted elsewhere. */
export function withoutCounted(person: LoadedPerson, counted: ReadonlySet<string>): LoadedPerson {
  const { input, freeInput } = person;
  const events = withoutMarks(person.events, counted);
  return {
    ...person,
    input: input && { ...input, events },
    freeInput: freeInput && { ...freeInput, events },
  };
}

function compute(person: LoadedPerson): ComputedDays {
  const planned = person.input === null ? NO_DAYS : buildDayRecords(person.input);
  const free = person.freeInput === null ? NO_DAYS : buildDayRecords(withoutMarksOf(planned.records, person.freeInput));
  const records = [...free.records.filter(({ marks }) => marks.length > 0), ...planned.records];
  return { person, records, offShift: [...free.offShift, ...planned.offShift] };
}

/** A mark shortly before midnight may belong to the first planned shift. */
function withoutMarksOf(records: readonly EngineDay[], input: DayRecordsInput): DayRecordsInput {
  const counted = new Set(records.flatMap(({ marks }) => marks.map(({ eventId }) => eventId)));
  return counted.size === 0 ? input : { ...input, events: input.events.filter(({ eventId }) => !counted.has(eventId)) };
}
