import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { ADMIN } from '../server/admin.js';
import { query } from '../server/graphql.js';
import { RollcallProcess } from '../server/rollcall-process.js';

export interface DemoCompany {
  readonly stop: () => Promise<void>;
}

/** The demo company in a folder of its own; E2E_URL leads to it. */
export async function startDemoCompany(): Promise<DemoCompany> {
  const folder = await mkdtemp(path.join(tmpdir(), 'rollcall-pictures-'));
  const dataDir = path.join(folder, 'data');
  const admin = { adminEmail: ADMIN.email, adminPassword: ADMIN.password };
  const rollcall = await RollcallProcess.start({ dataDir, ...admin, isDemo: true });
  process.env.E2E_URL = rollcall.url;
  const stop = async () => {
    await rollcall.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { stop };
}

export interface Colleague {
  readonly id: string;
  readonly name: string;
}

/** Whenever the pictures are taken, some people are in: whoever is at the desk marks them, as the product allows. */
export async function letSomePeopleIn(page: Page): Promise<readonly Colleague[]> {
  const { employees } = await query<{ employees: { nodes: Colleague[] } }>(
    page,
    '{ employees(filter: { status: ACTIVE }, first: 7) { nodes { id name } } }',
  );
  const mark = 'mutation ($input: RecordSupervisorMarkInput!) { recordSupervisorMark(input: $input) { outcome } }';
  for (const { id } of employees.nodes) {
    const input = { employeeId: id, reason: 'Seen at the desk', kind: 'CHECK_IN', idempotencyKey: randomUUID() };
    await query(page, mark, { input });
  }
  return employees.nodes;
}
