import { assertNever } from '@rollcall/contracts';
import type { Mark } from '../marks/mark.js';
import type { DayPresence, MarkRole } from '../types/day-record.js';
import type { Policy } from '../types/policy.js';
import type { MarkedBreak, MarkPair, Pairing } from './pairing.js';

type Step = 'IN' | 'OUT' | 'BREAK_START' | 'BREAK_END';

/** The state of someone walking through their marks: out, in, or on a break. Lives for one day only. */
export class PairingWalk {
  readonly #pairing: Policy['pairing'];
  readonly #isHull: boolean;
  readonly #pairs: MarkPair[] = [];
  readonly #breaks: MarkedBreak[] = [];
  readonly #roles = new Map<Mark, MarkRole>();
  #firstIn: Mark | null = null;
  #openIn: Mark | null = null;
  #openBreak: Mark | null = null;

  constructor({ pairing, hours }: Pick<Policy, 'pairing' | 'hours'>) {
    this.#pairing = pairing;
    this.#isHull = hours === 'FIRST_IN_LAST_OUT';
  }

  take(mark: Mark): void {
    const step = this.#stepOf(mark);
    switch (step) {
      case 'IN':
        this.#enter(mark);
        return;
      case 'OUT':
        this.#leave(mark);
        return;
      case 'BREAK_START':
        this.#beginBreak(mark);
        return;
      case 'BREAK_END':
        this.#endBreak(mark);
        return;
      default:
        assertNever(step);
    }
  }

  result(): Pairing {
    return {
      pairs: this.#pairs,
      breaks: this.#breaks,
      roles: this.#roles,
      openIn: this.#openIn,
      firstIn: this.#firstIn,
      presence: this.#presence(),
    };
  }

  #presence(): DayPresence {
    if (this.#openBreak !== null) return 'ON_BREAK';
    return this.#openIn === null ? 'OUT' : 'IN';
  }

  #stepOf({ event: { kind } }: Mark): Step {
    if (kind === 'BREAK_START' || kind === 'BREAK_END') return kind;
    const isBelieved = this.#pairing === 'BY_KIND';
    if (isBelieved && kind === 'CHECK_OUT') return 'OUT';
    if (this.#openBreak !== null) return 'BREAK_END';
    if (isBelieved && kind === 'CHECK_IN') return 'IN';
    return this.#openIn === null ? 'IN' : 'OUT';
  }

  #enter(mark: Mark): void {
    this.#firstIn ??= mark;
    if (this.#openIn !== null && this.#isHull) {
      this.#roles.set(mark, 'REPEATED');
      return;
    }
    if (this.#openIn !== null) this.#roles.set(this.#openIn, 'UNPAIRED_IN');
    this.#openIn = mark;
    this.#roles.set(mark, 'OPEN_IN');
  }

  #leave(mark: Mark): void {
    if (this.#openIn === null) {
      this.#leaveAgain(mark);
      return;
    }
    if (this.#openBreak !== null) {
      this.#roles.set(this.#openBreak, 'UNCLOSED_BREAK');
      this.#openBreak = null;
    }
    this.#pairs.push({ in: this.#openIn, out: mark, outMs: mark.ms });
    this.#roles.set(this.#openIn, 'IN');
    this.#roles.set(mark, 'OUT');
    this.#openIn = null;
  }

  /** An out while out: for first in to last out it moves the last out, otherwise nothing can be said about it. */
  #leaveAgain(mark: Mark): void {
    const last = this.#pairs.at(-1);
    if (last === undefined || last.out === null || !this.#isHull) {
      this.#roles.set(mark, 'ORPHAN_OUT');
      return;
    }
    this.#roles.set(last.out, 'REPEATED');
    this.#roles.set(mark, 'OUT');
    this.#pairs.splice(-1, 1, { in: last.in, out: mark, outMs: mark.ms });
  }

  #beginBreak(mark: Mark): void {
    if (this.#openIn === null || this.#openBreak !== null) {
      this.#roles.set(mark, 'ORPHAN_BREAK');
      return;
    }
    this.#openBreak = mark;
    this.#roles.set(mark, 'UNCLOSED_BREAK');
  }

  #endBreak(mark: Mark): void {
    if (this.#openBreak === null) {
      this.#roles.set(mark, 'ORPHAN_BREAK');
      return;
    }
    this.#breaks.push({ start: this.#openBreak, end: mark });
    this.#roles.set(this.#openBreak, 'BREAK_START');
    this.#roles.set(mark, 'BREAK_END');
    this.#openBreak = null;
  }
}
