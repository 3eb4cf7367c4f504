import { expect, it } from 'vitest';
import { mergeStored } from './stored-values';

it('what was typed stays, what somebody else stored comes, and what was saved is as it was stored', () => {
  const former = { name: 'Old', zone: 'UTC', roles: ['OWNER'], days: 30 };
  const typed = { name: 'Saved', zone: 'UTC', roles: ['OWNER', 'AUDITOR'], days: 30 };
  const stored = { name: 'Saved', zone: 'Europe/Berlin', roles: ['OWNER'], days: 30 };
  expect(mergeStored(typed, former, stored)).toEqual({
    ...{ name: 'Saved', zone: 'Europe/Berlin', roles: ['OWNER', 'AUDITOR'], days: 30 },
  });
});
