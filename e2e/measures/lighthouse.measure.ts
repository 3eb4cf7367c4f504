import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { signInAnew } from '../actors/office.js';
import { expect, test } from '../fixtures.js';
import { ADMIN } from '../server/admin.js';
import { RollcallProcess } from '../server/rollcall-process.js';
import { openLighthouse } from './lighthouse-browser.js';
import { type Form, judgedOf, TARGETS } from './lighthouse-scores.js';

/** Pages that anyone may see, looked at before somebody signs in. */
const PUBLIC: readonly [string, Form][] = [
  ['/', 'desktop'],
  ['/', 'mobile'],
  ['/sign-in', 'desktop'],
  ['/sign-in', 'mobile'],
  ['/kiosk', 'mobile'],
];
const SIGNED_IN: readonly [string, Form][] = [
  ['/overview', 'desktop'],
  ['/employees', 'desktop'],
  ['/attendance', 'desktop'],
  ['/inbox', 'desktop'],
  ['/reports', 'desktop'],
];

const line = (page: string, form: string, scores: readonly (string | number)[]) =>
  `${page.padEnd(12)} ${form.padEnd(8)}${scores.map((score) => String(score).padStart(15)).join('')}`;

test('the pages people use most keep the targets of Lighthouse', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'rollcall-lighthouse-'));
  const account = { adminEmail: ADMIN.email, adminPassword: ADMIN.password };
  const rollcall = await RollcallProcess.start({ dataDir: path.join(folder, 'data'), ...account, isDemo: true });
  const { page, audit, close } = await openLighthouse(path.join(folder, 'profile'), rollcall.url);
  const missed: string[] = [];
  const look = async (pages: readonly [string, Form][]) => {
    for (const [address, form] of pages) {
      const { scores, findings, runs } = await audit(address, form);
      console.log(`${line(address, form, Object.values(scores))}${runs > 1 ? `  the middle of ${runs}` : ''}`);
      const under = judgedOf(form).filter((name) => scores[name] < TARGETS[name]);
      for (const name of under) missed.push(`${address} ${form}: ${name} ${scores[name]} < ${TARGETS[name]}`);
      for (const finding of findings) console.log(`    ${finding}`);
    }
  };
  try {
    console.log(line('page', 'form', Object.keys(TARGETS)));
    console.log(line('', 'target', Object.values(TARGETS)));
    await look(PUBLIC);
    await signInAnew(page);
    await look(SIGNED_IN);
  } finally {
    await close();
    await rollcall.stop();
    await rm(folder, { recursive: true, force: true });
  }
  expect(missed).toEqual([]);
});
