import { createHash } from 'node:crypto';
import type { NotificationMatter, NotificationSettings } from '@rollcall/db';
import type { ServiceContext } from '../../services/service-context.js';

/** Something found that people are to be told of. */
export interface Occurrence extends NotificationMatter {
  /** Since when it is so, as far as is known: who was not there yet is not told by webhook. */
  readonly since: Date;
}

/** What a look at the database found. */
export interface Found {
  /** All that holds now. */
  readonly open: readonly Occurrence[];
  /** Only what is about this day or later is told of; null: all. */
  readonly toldFrom: string | null;
  /** What is not open any more is settled: of this day or later; null: of any; undefined: it settles by nothing. */
  readonly settledFrom?: string | null;
}

/** Looks for what people are to be told of. It only reads. */
export type OccurrenceSource = (
  context: ServiceContext,
  settings: NotificationSettings,
  today: string,
) => Promise<Found>;

/** The part of a matter that is not there unless it is said. */
export const NOTHING_ELSE = {
  ...{ siteId: null, employeeId: null, deviceId: null, approval: null, localDate: null, count: null },
} as const;

const HOUR_MS = 3_600_000;
export const hoursBefore = (moment: Date, hours: number): Date => new Date(moment.getTime() - hours * HOUR_MS);

/** The id of one matter for one receiver: the same matter makes the same id, so nothing is told twice. */
export function idOf({ kind, subject }: NotificationMatter, receiver: string): string {
  return createHash('sha256')
    .update(JSON.stringify([kind, subject, receiver]))
    .digest('hex')
    .slice(0, 32);
}
