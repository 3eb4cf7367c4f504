import type { Employee, EmployeeChange, NewEmployee } from '@rollcall/db';
import { isVisible, type ReadLimit } from '../../access/read-limit.js';
import type { EmployeeRow, FieldIssue } from './employee-row.parser.js';

export type Upsert =
  | { readonly kind: 'CREATE'; readonly employee: Omit<NewEmployee, 'id' | 'createdAt' | 'updatedAt'> }
  | { readonly kind: 'UPDATE'; readonly id: string; readonly version: number; readonly change: EmployeeChange }
  | { readonly kind: 'NONE'; readonly id: string }
  | { readonly kind: 'REFUSE'; readonly issue: FieldIssue };

export interface StoredPeople {
  readonly byNumber: Employee | null;
  readonly byExternalId: Employee | null;
}

const FIELDS = ['number', 'name', 'email', 'externalId', 'siteId', 'joiningDate', 'leavingDate'] as const;

const refuse = (field: string, code: string, reason: string): Upsert => ({
  kind: 'REFUSE',
  issue: { field, code, reason },
});

/** What a row means for what is stored: the external id finds a person first, then the number. Empty cells change nothing. */
export function decideUpsert(
  row: EmployeeRow,
  { byNumber, byExternalId }: StoredPeople,
  limit: ReadLimit,
  firstSiteId: string | null,
): Upsert {
  const stored = byExternalId ?? byNumber;
  if (byExternalId !== null && byNumber !== null && byExternalId.id !== byNumber.id)
    return refuse('number', 'NUMBER_TAKEN', 'Somebody with another external id has this number.');
  const siteId = row.siteId ?? firstSiteId;
  if (stored === null) {
    if (row.name === null) return refuse('name', 'MISSING', 'The name is missing, and nobody has this number yet.');
    if (!isVisible(limit, { id: '', siteId, departmentId: null }))
      return refuse('site', 'OTHER_SITE', 'You do not manage this site.');
    const { number, name, email, externalId, joiningDate, leavingDate } = row;
    return {
      kind: 'CREATE',
      employee: { number, name, email, externalId, siteId, joiningDate, leavingDate, status: 'ACTIVE' },
    };
  }
  // Who may not see somebody must not learn that the number is taken by anything but the refusal that cannot be avoided.
  if (stored.status === 'ERASED' || !isVisible(limit, stored))
    return refuse('number', 'NOT_YOURS', 'This number cannot be used.');
  const change = Object.fromEntries(
    FIELDS.filter((field) => row[field] !== null && row[field] !== stored[field]).map((field) => [field, row[field]]),
  ) as EmployeeChange;
  const dates = { ...stored, ...change };
  if (dates.joiningDate != null && dates.leavingDate != null && dates.leavingDate < dates.joiningDate)
    return refuse('leavingDate', 'BEFORE_JOINING', 'The last day is before the first.');
  if (Object.keys(change).length === 0) return { kind: 'NONE', id: stored.id };
  return { kind: 'UPDATE', id: stored.id, version: stored.version, change };
}
