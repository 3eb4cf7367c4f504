import type { OnProgress } from '@rollcall/face-core/accuracy';

const BAR_CELLS = 24;
const LEAST_MS_BETWEEN = 100;

/**
 * A progress bar on one line of standard error; nothing where that is no terminal, so that logs and pipes stay clean.
 *
 * @param now milliseconds, for the pace of redrawing
 */
export function progressBar(
  stream: { readonly isTTY?: boolean; write(text: string): unknown } = process.stderr,
  now: () => number = () => performance.now(),
): { readonly onProgress: OnProgress; readonly end: () => void } {
  if (stream.isTTY !== true) return { onProgress: () => undefined, end: () => undefined };
  let drawnAt = Number.NEGATIVE_INFINITY;
  let isDrawn = false;
  return {
    onProgress: ({ stage, done, total }) => {
      if (now() - drawnAt < LEAST_MS_BETWEEN && done < total) return;
      drawnAt = now();
      isDrawn = true;
      const filled = Math.round((BAR_CELLS * done) / Math.max(1, total));
      stream.write(`\r\u001b[K[${'#'.repeat(filled)}${'.'.repeat(BAR_CELLS - filled)}] ${stage} ${done}/${total}`);
    },
    end: () => {
      if (isDrawn) stream.write('\r\u001b[K');
    },
  };
}
