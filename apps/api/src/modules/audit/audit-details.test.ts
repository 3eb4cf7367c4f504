import { describe, expect, it } from 'vitest';
import { auditDetails } from './audit-details.js';

describe('what was noted beside an entry', () => {
  it('becomes one line for each value, nested ones with the way to them', () => {
    const noted = { reason: 'moved', scope: { from: '2026-01-01', site: null }, roles: ['OWNER', 'AUDITOR'], count: 0 };
    expect(auditDetails({ ...noted, nothing: {}, isDryRun: false })).toEqual([
      { name: 'reason', value: 'moved' },
      { name: 'scope.from', value: '2026-01-01' },
      { name: 'scope.site', value: null },
      { name: 'roles', value: 'OWNER, AUDITOR' },
      { name: 'count', value: '0' },
      { name: 'isDryRun', value: 'false' },
    ]);
  });

  it('keeps a list of more than plain values as JSON', () => {
    expect(auditDetails({ rows: [{ id: 'a' }] })).toEqual([{ name: 'rows', value: '[{"id":"a"}]' }]);
  });
});
