import { setTimeout as sleep } from 'node:timers/promises';
import { askUntilAnswered } from './client.mjs';
import { markRequest } from './people.mjs';

/** More than this many at once are not begun, and counted: a gate has a queue, not a crowd without end. */
const MAX_IN_FLIGHT = 100;
/** After the last fault: longer than a lease of an idempotency key that a killed process held. */
const FINISH_WITHIN_MS = 120_000;

/** Sends marks at a steady rate, each until it is answered, whatever happens to the servers meanwhile. */
export class Load {
  /** One entry for each mark that was begun: its request, and its answer when there is one. */
  marks = [];
  skipped = 0;
  #inFlight = new Set();
  #isOver = false;
  /** Nobody holds their face into two cameras at once, and the throttle would take it for guessing. */
  #isFaceFree = true;
  #deadline = Number.POSITIVE_INFINITY;
  #ticking;

  constructor(api, staff, ratePerSecond) {
    this.api = api;
    this.staff = staff;
    this.ratePerSecond = ratePerSecond;
  }

  begin() {
    this.beganAt = Date.now();
    this.#ticking = this.#tick();
  }

  /** By the clock, so that a slow moment is caught up with. */
  async #tick() {
    let due = 0;
    while (!this.#isOver) {
      const target = Math.floor(((Date.now() - this.beganAt) / 1000) * this.ratePerSecond);
      for (; due < target; due += 1) this.#send();
      await sleep(10);
    }
  }

  #send() {
    if (this.#inFlight.size >= MAX_IN_FLIGHT) {
      this.skipped += 1;
      return;
    }
    const request = markRequest(this.staff, this.marks.length, this.#isFaceFree);
    const mark = { request, answer: null };
    this.marks.push(mark);
    if (request.isFace) this.#isFaceFree = false;
    const sentAt = Date.now();
    const sending = this.#answerTo(mark.request).then((answer) => {
      mark.answer = { ...answer, ms: Date.now() - sentAt };
      if (request.isFace) this.#isFaceFree = true;
      this.#inFlight.delete(sending);
    });
    this.#inFlight.add(sending);
  }

  #answerTo({ query, input }) {
    return askUntilAnswered(this.api, query, { input }, () => Date.now() > this.#deadline);
  }

  /** Begins no more marks and waits until those under way are answered. */
  async end() {
    this.#isOver = true;
    await this.#ticking;
    this.endedAt = Date.now();
    this.#deadline = Date.now() + FINISH_WITHIN_MS;
    await Promise.all(this.#inFlight);
  }
}
