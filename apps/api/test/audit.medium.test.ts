import { randomUUID } from 'node:crypto';
import { anAuditEntry } from '@rollcall/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMAND_LINE } from '../src/cli/system-actor.js';
import type { AuditEntryFilter } from '../src/modules/audit/audit.inputs.js';
import { managerOf, openWorkDays, type WorkDays } from './testing/work-days.js';

let work: WorkDays;

beforeAll(async () => {
  work = await openWorkDays();
}, 120_000);

afterAll(() => work.database.close());

describe('the record of who did what', () => {
  it('is narrowed down by each filter and by all of them, newest first', async () => {
    const actor = { kind: 'USER' as const, id: randomUUID() };
    const target = { kind: 'EMPLOYEE', id: randomUUID() };
    const noted = [
      { at: new Date('2026-03-01T08:00:00Z'), action: 'FACE_VERIFIED', outcome: 'REFUSED' as const, target },
      { at: new Date('2026-03-02T08:00:00Z'), action: 'FACE_VERIFIED', target },
      { at: new Date('2026-03-03T08:00:00Z'), action: 'EMPLOYEE_UPDATED', target },
      { at: new Date('2026-03-04T08:00:00Z'), action: 'SITE_UPDATED', target: { kind: 'SITE', id: target.id } },
    ];
    for (const entry of noted) await work.repositories.audit.insert(anAuditEntry({ ...entry, actor }));
    const days = async (filter: AuditEntryFilter) => {
      const page = await work.services.audit.list(COMMAND_LINE, {
        filter: { actorId: actor.id, ...filter },
        first: 10,
      });
      return page.nodes.map(({ at }) => at.getUTCDate());
    };
    expect(await days({})).toEqual([4, 3, 2, 1]);
    expect(await days({ actorId: randomUUID() })).toEqual([]);
    expect(await days({ action: 'FACE_VERIFIED' })).toEqual([2, 1]);
    expect(await days({ outcome: 'REFUSED' })).toEqual([1]);
    expect(await days({ targetKind: 'EMPLOYEE' })).toEqual([3, 2, 1]);
    expect(await days({ targetKind: 'SITE', targetId: target.id })).toEqual([4]);
    expect(await days({ from: new Date('2026-03-02T08:00:00Z'), to: new Date('2026-03-04T08:00:00Z') })).toEqual([
      3, 2,
    ]);
    const all = { action: 'FACE_VERIFIED', outcome: 'DONE' as const, targetKind: 'EMPLOYEE', targetId: target.id };
    expect(await days({ ...all, from: new Date('2026-03-02T00:00:00Z') })).toEqual([2]);
    await expect(days({ targetId: target.id })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('is closed to who sees some sites only, whatever their scopes', async () => {
    const limited = { ...managerOf(['x']), scopes: new Set(['audit:read'] as const) };
    await expect(work.services.audit.list(limited, { first: 1 })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(work.services.audit.verify(limited)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('says since when its chain is whole, and after a change behind our back where it is not', async () => {
    await work.database.sealAudit();
    const page = await work.services.audit.list(COMMAND_LINE, { first: 100 });
    const bySequence = [...page.nodes].sort((a, b) => (a.sequence ?? 0) - (b.sequence ?? 0));
    const [first, second] = bySequence;
    expect(await work.services.audit.verify(COMMAND_LINE)).toEqual({
      ...{ isIntact: true, checkedAt: expect.any(Date), checkedCount: page.totalCount, pendingCount: 0, fault: null },
      ...{ from: first?.at, to: bySequence.at(-1)?.at },
    });
    await work.repositories.audit.insert(anAuditEntry());
    expect(await work.services.audit.verify(COMMAND_LINE)).toMatchObject({ isIntact: true, pendingCount: 1 });

    const entries = work.database.nativeDb.collection<{ _id: string }>('auditEntries');
    await entries.updateOne({ _id: second?.id ?? '' }, { $set: { action: 'NOTHING_HAPPENED' } });
    expect(await work.services.audit.verify(COMMAND_LINE)).toEqual({
      ...{
        isIntact: false,
        checkedAt: expect.any(Date),
        checkedCount: 1,
        pendingCount: null,
        from: first?.at,
        to: first?.at,
      },
      fault: { reason: 'CONTENT_CHANGED', sequence: 2, entryId: second?.id },
    });
  });
});
