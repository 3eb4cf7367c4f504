import type { Role } from '@rollcall/contracts';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../access/actor.js';
import { toActor } from '../../auth/session-actor.js';
import { readerOf } from './reader-of.js';

const person = (roles: readonly Role[], more: { siteIds?: string[]; departmentIds?: string[] } = {}): Actor => ({
  ...toActor({ id: roles.join(), name: 'N', email: 'n@example.org', roles, ...more }),
  requestId: null,
});

const hr = person(['HR_ADMIN']);
const auditor = person(['AUDITOR']);
const north = person(['MANAGER'], { siteIds: ['north'] });
const northAndTeam = person(['MANAGER'], { siteIds: ['north'], departmentIds: ['team'] });

describe('whose people stand in a report that is sent', () => {
  it('are those of the recipient, where the sender reads everybody', () => {
    expect(readerOf(hr, north, 'LINK')).toBe(north);
    expect(readerOf(hr, auditor, 'LINK')).toBe(auditor);
  });

  it('are those of a sender of some places, and only who sees all of them gets it', () => {
    expect(readerOf(north, hr, 'LINK')).toBe(north);
    expect(readerOf(north, northAndTeam, 'LINK')).toBe(north);
    expect(readerOf(northAndTeam, north, 'LINK')).toBeNull();
    expect(readerOf(north, person(['MANAGER'], { siteIds: ['south'] }), 'LINK')).toBeNull();
  });

  it('nobody, for who may not read reports, has left, or may have no files where one is attached', () => {
    expect(readerOf(hr, person(['EMPLOYEE']), 'LINK')).toBeNull();
    expect(readerOf(hr, null, 'LINK')).toBeNull();
    expect(readerOf(hr, north, 'ATTACHMENT')).toBeNull();
    expect(readerOf(hr, auditor, 'ATTACHMENT')).toBeNull();
    expect(readerOf(hr, hr, 'ATTACHMENT')).toBe(hr);
  });
});
