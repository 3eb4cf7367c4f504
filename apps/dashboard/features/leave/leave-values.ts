import type { DayPortion } from '@rollcall/contracts';
import type { PickedPerson } from '../people/people-picker';

/** What the form of a new leave holds. */
export interface LeaveValues {
  readonly people: readonly PickedPerson[];
  readonly leaveTypeId: string;
  /** `YYYY-MM-DD` */
  readonly from: string;
  /** The last day; empty: one day. */
  readonly to: string;
  readonly portion: DayPortion;
  readonly reason: string;
  readonly isApproved: boolean;
}
