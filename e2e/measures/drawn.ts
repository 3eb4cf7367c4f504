import type { Page } from '@playwright/test';

/** Milliseconds from the last input on: what somebody waits for, and the part of it that comes after the pause for more letters. */
export interface Drawn {
  readonly wholeMs: number;
  /** From the request to the server on. */
  readonly afterPauseMs: number;
}

/** A list that has not come by then will not. */
const ANSWER_WITHIN_MS = 20_000;

declare global {
  interface Window {
    inputAt?: number;
    drawnAt?: number;
  }
}

/**
 * Notes in the page when something was last put in, and when the list next showed what is waited for: after the frame that
 * shows it was drawn.
 *
 * @param first what the first row holds
 * @param count how many rows there are then
 */
export async function watchList(page: Page, first: string, count: number): Promise<void> {
  await page.evaluate(
    ([first, count]) => {
      window.inputAt = undefined;
      window.drawnAt = undefined;
      performance.clearResourceTimings();
      const noteInput = () => {
        window.inputAt = performance.now();
      };
      document.addEventListener('input', noteInput, { capture: true });
      const isShown = () => {
        const rows = document.querySelectorAll('main tbody tr');
        return rows.length === count && rows[0]?.textContent?.includes(first);
      };
      const look = new MutationObserver(() => {
        if (window.inputAt === undefined || !isShown()) return;
        look.disconnect();
        document.removeEventListener('input', noteInput, { capture: true });
        // The first task after the next frame runs once that frame is drawn.
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            window.drawnAt = performance.now();
          };
          port2.postMessage(null);
        });
      });
      look.observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true });
    },
    [first, count] as const,
  );
}

/** Waits for what `watchList` waits for. */
export async function untilDrawn(page: Page): Promise<Drawn> {
  await page.waitForFunction(() => window.drawnAt !== undefined, undefined, { timeout: ANSWER_WITHIN_MS });
  return page.evaluate(() => {
    const { inputAt = Number.NaN, drawnAt = Number.NaN } = window;
    const requests = performance.getEntriesByType('resource').filter(({ name }) => name.includes('_rsc='));
    const askedAt = requests.map(({ startTime }) => startTime).filter((at) => at >= inputAt);
    return { wholeMs: drawnAt - inputAt, afterPauseMs: drawnAt - Math.min(...askedAt) };
  });
}
