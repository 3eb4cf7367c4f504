import type { DayPortion, LeaveStatus } from '@rollcall/contracts';
import type { ActorRef } from './actor.js';

/** A public or company holiday. */
export interface Holiday {
  readonly id: string;
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly name: string;
  readonly portion: DayPortion;
  /** Null: every site. */
  readonly siteId: string | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** A weekday on which nobody works, whatever the shift says. */
export interface WeeklyOff {
  readonly id: string;
  /** ISO: 1 is Monday, 7 is Sunday. */
  readonly weekday: number;
  /** Only the n-th such weekday of a month, 1 to 5; empty: each. */
  readonly weeksOfMonth: readonly number[];
  /** YYYY-MM-DD, both included; null: open. */
  readonly from: string | null;
  readonly to: string | null;
  readonly siteId: string | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface LeaveType {
  readonly id: string;
  readonly name: string;
  readonly isPaid: boolean;
  /** `#rrggbb`, for calendars; null: the dashboard's own. */
  readonly colour: string | null;
  readonly isArchived: boolean;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** A leave somebody asked for; it counts once it is approved. */
export interface Leave {
  readonly id: string;
  readonly employeeId: string;
  readonly leaveTypeId: string;
  /** YYYY-MM-DD, both included. */
  readonly from: string;
  readonly to: string;
  /** Holds for each date of the leave. */
  readonly portion: DayPortion;
  readonly reason: string;
  readonly status: LeaveStatus;
  readonly requestedBy: ActorRef;
  readonly decidedBy: ActorRef | null;
  readonly decidedAt: Date | null;
  readonly decisionNote: string | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}
