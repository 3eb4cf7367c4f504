import type { Page } from '@playwright/test';

/** Half a pixel of rounding, and the overhang of a slanted letter. */
const TOLERANCE_PX = 1;

/**
 * Texts of the catalogue that are cut off on the page at hand, and whether the page scrolls sideways.
 *
 * The page has to be in the pseudo language, whose texts end in `⟧`: only these are looked at, as a long name of a person may
 * well end in dots.
 */
export function findCutTexts(page: Page): Promise<string[]> {
  return page.evaluate((tolerance) => {
    const found: string[] = [];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth + tolerance) found.push(`the page is ${root.scrollWidth} px wide`);
    for (const element of Array.from(document.querySelectorAll<HTMLElement>('body *'))) {
      const text = element.innerText ?? '';
      const { overflowX, overflowY } = getComputedStyle(element);
      const isCut =
        (/hidden|clip/.test(overflowX) && element.scrollWidth > element.clientWidth + tolerance) ||
        (/hidden|clip/.test(overflowY) && element.scrollHeight > element.clientHeight + tolerance);
      // What is there for screen readers only is one pixel large.
      if (isCut && text.includes('⟧') && element.clientWidth > 1) {
        found.push(`${element.tagName.toLowerCase()}: ${text.trim().slice(0, 60)}`);
      }
    }
    return found;
  }, TOLERANCE_PX);
}
