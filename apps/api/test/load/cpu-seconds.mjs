import { readFileSync } from 'node:fs';

/** What Linux counts processor time in, on every machine that we know. */
const TICKS_PER_SECOND = 100;

/** @param {number} pid @returns {number} processor time of the process so far, in user and kernel mode; NaN where there is no /proc */
export function cpuSecondsOf(pid) {
  try {
    // The second field may hold spaces and ends with the last bracket; user and system time are the 14th and 15th.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ');
    return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
  } catch {
    return Number.NaN;
  }
}
