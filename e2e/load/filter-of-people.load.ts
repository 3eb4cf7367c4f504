import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { signIn } from '../actors/office.js';
import { expect, test } from '../fixtures.js';
import { query } from '../server/graphql.js';

const PEOPLE = Number(process.env.E2E_PEOPLE ?? 5_000);
const AT_ONCE = 100;
/** Filters that are typed, each on the whole list; the first two warm up and do not count. */
const RUNS = 22;
const WARM_UP = 2;
const TARGET_MS = 200;

const nameOf = (i: number) => `Person ${String(i).padStart(4, '0')}`;

/** The list of an organisation of 5,000: from the key that completes a filter until its rows are painted. */
test('the list of 5,000 people is filtered in less than 200 ms', async ({ openBrowser }) => {
  const page = await openBrowser();
  await signIn(page);
  await addPeople(page);
  await page.goto('/employees');
  // The page is there before it listens: the first filter counts only once it has been heard.
  await expect(async () => {
    await page.getByRole('searchbox').fill(nameOf(1));
    await expect(page.locator('tbody tr')).toHaveCount(1, { timeout: 2_000 });
  }).toPass();
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const time = await timeFilter(page, nameOf((run * 211 + 7) % PEOPLE));
    if (run >= WARM_UP) times.push(time);
  }
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  console.log(
    `\n${PEOPLE} people, ${sorted.length} filters, input to paint in ms: ` +
      `median ${at(0.5).toFixed(0)}, best ${at(0).toFixed(0)}, p90 ${at(0.9).toFixed(0)}, longest ${at(1).toFixed(0)}`,
  );
  expect(at(0.5)).toBeLessThan(TARGET_MS);
});

async function addPeople(page: Page): Promise<void> {
  const document = `mutation ($input: UpsertEmployeesInput!) { upsertEmployees(input: $input) { results { outcome } } }`;
  for (let start = 0; start < PEOPLE; start += AT_ONCE) {
    const employees = Array.from({ length: AT_ONCE }, (_, i) => ({
      number: `${10_000 + start + i}`,
      name: nameOf(start + i),
    }));
    const input = { idempotencyKey: randomUUID(), employees };
    const { upsertEmployees } = await query<{ upsertEmployees: { results: { outcome: string }[] } }>(page, document, {
      input,
    });
    expect(upsertEmployees.results.filter(({ outcome }) => outcome !== 'CREATED')).toEqual([]);
  }
}

/** Types all of a name at once, and takes the time from that event to the frame in which the one row that fits is alone. */
async function timeFilter(page: Page, name: string): Promise<number> {
  const field = page.getByRole('searchbox');
  await field.fill('');
  await expect(page.locator('tbody tr')).toHaveCount(20);
  await page.evaluate((expected) => {
    const seen = new Promise<number>((resolve, reject) => {
      let startedAt = 0;
      document.addEventListener('input', () => (startedAt = performance.now()), { capture: true, once: true });
      const look = () => {
        const rows = document.querySelectorAll('tbody tr');
        const isThere = startedAt > 0 && rows.length === 1 && rows[0]?.textContent?.includes(expected);
        // The frame after the one in which they are drawn: by then they are painted.
        if (isThere) requestAnimationFrame(() => resolve(performance.now() - startedAt));
        else requestAnimationFrame(look);
      };
      const shown = () => document.querySelector('main')?.innerText;
      setTimeout(() => reject(new Error(`${expected} did not come; the page: ${shown()}`)), 20_000);
      requestAnimationFrame(look);
    });
    Object.assign(window, { filterSeen: seen });
  }, name);
  await field.focus();
  await page.keyboard.insertText(name);
  return page.evaluate(() => (window as unknown as { filterSeen: Promise<number> }).filterSeen);
}
