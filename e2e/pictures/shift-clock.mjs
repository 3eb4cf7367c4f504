import http from 'node:http';

/**
 * Moves the clock of a Node.js process on. Loaded before everything else, through `--import file:…/shift-clock.mjs?ms=…`:
 * a picture that is taken on a Sunday would show a company in which nobody is at work.
 *
 * Forwards only: what is kept until a moment of the moved clock must not have expired by the clock of the database.
 */
const aheadMs = Number(new URL(import.meta.url).searchParams.get('ms'));
const RealDate = Date;

// A proxy and no subclass: dates that Node.js itself makes have to pass `instanceof Date`.
const MovedDate = new Proxy(RealDate, {
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length === 0 ? [RealDate.now() + aheadMs] : args, newTarget),
  apply: () => new RealDate(RealDate.now() + aheadMs).toString(),
  get: (target, key) => (key === 'now' ? () => RealDate.now() + aheadMs : Reflect.get(target, key)),
});
globalThis.Date = MovedDate;

// Node.js dates its answers by a clock of its own, and a kiosk goes by them.
const { emit } = http.Server.prototype;
http.Server.prototype.emit = function (event, ...rest) {
  if (event === 'request') rest[1].setHeader('Date', new Date().toUTCString());
  return emit.call(this, event, ...rest);
};
