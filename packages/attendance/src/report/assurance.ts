import { ASSURANCE_LEVELS, type AssuranceLevel } from '@rollcall/contracts';
import { compareText } from '../order/compare.js';
import type { AttendanceEvent } from '../types/events.js';
import type { AssuranceShare } from '../types/report.js';

/** How each person's marks were assured. Corrections and marks without a level are a person's word and not counted. */
export function assuranceShares(events: readonly AttendanceEvent[]): readonly AssuranceShare[] {
  const counts = new Map<string, Record<AssuranceLevel, number>>();
  for (const { employeeId, assurance, source } of events) {
    if (assurance == null || source === 'CORRECTION') continue;
    const byLevel = counts.get(employeeId) ?? noMarks();
    byLevel[assurance] += 1;
    counts.set(employeeId, byLevel);
  }
  return [...counts.entries()]
    .sort(([a], [b]) => compareText(a, b))
    .map(([employeeId, byLevel]) => {
      const markCount = Object.values(byLevel).reduce((sum, count) => sum + count, 0);
      return { employeeId, markCount, byLevel, pinPercent: Math.floor((byLevel.PIN * 100) / markCount) };
    });
}

function noMarks(): Record<AssuranceLevel, number> {
  return Object.fromEntries(ASSURANCE_LEVELS.map((level) => [level, 0])) as Record<AssuranceLevel, number>;
}
