import { randomUUID } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { anAuditEntry } from '@rollcall/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../src/access/actor.js';
import type { AuditExportRequest } from '../src/modules/export/export.service.js';
import { managerOf, openWorkDays, type WorkDays } from './testing/work-days.js';

let work: WorkDays;
const auditor = managerOf([], {
  ...{ siteIds: null, roles: ['AUDITOR'] },
  scopes: new Set(['employees:read', 'attendance:read', 'reports:read', 'audit:read'] as const),
});
const doer = { kind: 'USER' as const, id: randomUUID() };

beforeAll(async () => {
  work = await openWorkDays();
  const person = await work.person({ name: '=HYPERLINK("http://example.org")' });
  const target = { kind: 'EMPLOYEE', id: person.id };
  const noted = [
    { at: new Date('2026-03-01T08:00:00Z'), action: 'FACE_VERIFIED', outcome: 'REFUSED' as const, target },
    { at: new Date('2026-03-02T08:00:00Z'), action: 'FACE_VERIFIED', target, details: { outcome: 'MATCH' } },
    { at: new Date('2026-03-03T08:00:00Z'), action: 'SITE_UPDATED', target: { kind: 'SITE', id: work.site.id } },
  ];
  for (const entry of noted) await work.repositories.audit.insert(anAuditEntry({ actor: doer, ...entry }));
}, 120_000);

afterAll(() => work.database.close());

async function fileOf(actor: Actor, request: AuditExportRequest): Promise<{ name: string; lines: string[] }> {
  const { token } = await work.services.exports.requestAudit(actor, request);
  const file = await work.services.exports.take(token);
  if (file === null) throw new Error('The ticket opens nothing.');
  const out = new PassThrough();
  const [content] = await Promise.all([text(out), file.write(out)]);
  return { name: file.fileName, lines: content.trimEnd().split('\r\n') };
}

describe('the record of who did what as a file', () => {
  it('has the entries that fit the filter, newest first, and its dates in its name', async () => {
    const filter = { actorId: doer.id, action: 'FACE_VERIFIED', from: new Date('2026-03-01T00:00:00Z') };
    const { name, lines } = await fileOf(auditor, { filter: { ...filter, to: new Date('2026-03-02T23:00:00Z') } });
    expect(name).toBe('rollcall-audit-2026-03-01-to-2026-03-02.csv');
    expect(lines[0]).toMatch(/^at,sequence,action,outcome,actorKind,/);
    expect(lines.slice(1).map((line) => line.slice(0, 24))).toEqual([
      '2026-03-02T08:00:00.000Z',
      '2026-03-01T08:00:00.000Z',
    ]);
    expect(lines[1]).toContain('"{""outcome"":""MATCH""}"');
    expect((await fileOf(auditor, { filter: { ...filter, outcome: 'REFUSED' } })).lines).toHaveLength(2);
  });

  it('holds no name that a spreadsheet would take for a formula', async () => {
    const { lines } = await fileOf(auditor, { filter: { actorId: doer.id, targetKind: 'EMPLOYEE' } });
    expect(lines[1]).toContain(`"'=HYPERLINK(`);
  });

  it('names people only to who may see them', async () => {
    const bare = { ...auditor, scopes: new Set(['audit:read'] as const) };
    const { lines } = await fileOf(bare, { filter: { actorId: doer.id } });
    expect(lines).toHaveLength(4);
    expect(lines.join()).not.toContain('HYPERLINK');
    expect(lines[1]).toContain(work.site.name);
  });

  it('is refused to who sees some sites only, and to who may not read the record', async () => {
    const someSites = { ...auditor, siteIds: [work.site.id] };
    const reporter = { ...auditor, scopes: new Set(['reports:read', 'exports:write'] as const) };
    for (const actor of [someSites, reporter])
      await expect(work.services.exports.requestAudit(actor, {})).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(work.services.exports.requestAudit(auditor, { filter: { targetId: 'x' } })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    });
  });

  it('is itself noted, with the filter', async () => {
    await work.services.exports.requestAudit(auditor, { filter: { action: 'PIN_SET' } });
    const { nodes } = await work.repositories.audit.list(
      { actorId: auditor.id, action: 'EXPORT_REQUESTED' },
      { first: 1 },
    );
    expect(nodes[0]?.details).toMatchObject({ kind: 'AUDIT', format: 'CSV', filter: { action: 'PIN_SET' } });
  });

  it('reads on after the first five hundred entries', async () => {
    const many = { kind: 'USER' as const, id: randomUUID() };
    for (let i = 0; i < 501; i += 1) await work.repositories.audit.insert(anAuditEntry({ actor: many }));
    expect((await fileOf(auditor, { filter: { actorId: many.id } })).lines).toHaveLength(502);
  });
});
