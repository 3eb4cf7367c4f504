import type { ReportMailDelivery, ReportMailFrequency, ReportMailProblem } from '@rollcall/contracts';

/** A report that is sent to some people again and again. */
export interface ReportSchedule {
  readonly id: string;
  /** Who made it: nobody is sent more than this person may read. */
  readonly ownerId: string;
  readonly name: string;
  readonly kind: string;
  /** Only this site; null: every site. */
  readonly siteId: string | null;
  /** Only people of this department; null: every department. */
  readonly departmentId: string | null;
  readonly delivery: ReportMailDelivery;
  /** The kind of file; null where a link is sent. */
  readonly format: string | null;
  /** The language of the letter and its file. */
  readonly locale: string;
  readonly frequency: ReportMailFrequency;
  /** 1 Monday to 7 Sunday; null unless WEEKLY. */
  readonly weekday: number | null;
  /** 1 to 28; null unless MONTHLY. */
  readonly dayOfMonth: number | null;
  /** HH:MM on the clock of `timeZone`. */
  readonly time: string;
  readonly timeZone: string;
  readonly recipientIds: readonly string[];
  readonly isPaused: boolean;
  /** When it is due next. */
  readonly nextAt: Date;
  /** The sending that is not over; null: none. */
  readonly pendingDueAt: Date | null;
  /** Who has not been sent it yet. */
  readonly pendingRecipientIds: readonly string[];
  /** When what is pending is looked at again. */
  readonly retryAt: Date | null;
  readonly lastSentAt: Date | null;
  readonly lastProblem: ReportMailProblem | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}
