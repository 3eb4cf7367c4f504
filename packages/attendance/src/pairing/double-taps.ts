import type { Mark } from '../marks/mark.js';
import { MS_PER_SECOND } from '../time/duration.js';

export interface DoubleTap {
  readonly mark: Mark;
  /** Distance from the mark that was kept. */
  readonly gapMs: number;
}

export interface KeptMarks {
  readonly kept: readonly Mark[];
  readonly doubleTaps: readonly DoubleTap[];
}

/**
 * Sets aside marks that follow a kept mark within the minimum gap (exactly the gap apart is far enough). A correction
 * is a person's word: it is kept and the device's mark beside it is the double tap; two corrections are both kept.
 */
export function separateDoubleTaps(marks: readonly Mark[], minimumMarkGapSeconds: number): KeptMarks {
  const gapMs = minimumMarkGapSeconds * MS_PER_SECOND;
  const kept: Mark[] = [];
  const doubleTaps: DoubleTap[] = [];
  for (const mark of marks) {
    const last = kept.at(-1);
    if (last === undefined || mark.ms - last.ms >= gapMs) {
      kept.push(mark);
    } else if (!isCorrection(mark)) {
      doubleTaps.push({ mark, gapMs: mark.ms - last.ms });
    } else if (isCorrection(last)) {
      kept.push(mark);
    } else {
      kept.splice(-1, 1, mark);
      doubleTaps.push({ mark: last, gapMs: mark.ms - last.ms });
    }
  }
  return { kept, doubleTaps };
}

function isCorrection({ event }: Mark): boolean {
  return event.source === 'CORRECTION';
}
