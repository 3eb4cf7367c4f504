/** When most people are in and some have gone. */
const HOUR = 14;
const MINUTE = 40;
const SUNDAY = 0;
const SATURDAY = 6;

/**
 * How far the clock has to be moved on so that it is a working afternoon.
 *
 * @param now in the zone of this machine, which is that of the demo company
 */
export function millisecondsToWorkingAfternoon(now: Date): number {
  const then = new Date(now);
  then.setHours(HOUR, MINUTE, 0, 0);
  while (then < now || then.getDay() === SUNDAY || then.getDay() === SATURDAY) then.setDate(then.getDate() + 1);
  return then.getTime() - now.getTime();
}
