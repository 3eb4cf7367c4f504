import { type ConsentMethod, LIMITS } from '@rollcall/contracts';
import { numberKey, type Site } from '@rollcall/db';
import { foldHeading } from '../../files/header-map.js';
import type { TableRow } from '../../files/table-row.js';
import { type DateFormat, parseLocalDate } from '../../local-dates/written-date.js';
import type { EmployeeField } from './employee-columns.js';

/** What a row says about a person; null: it says nothing, and what is stored stays. */
export interface EmployeeRow {
  readonly number: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly externalId: string | null;
  readonly siteId: string | null;
  readonly joiningDate: string | null;
  readonly leavingDate: string | null;
  /** Only if method and date are both there: half a consent is none. */
  readonly consent: { readonly method: ConsentMethod; readonly agreedOn: string } | null;
}

export interface FieldIssue {
  readonly field: string | null;
  readonly code: string;
  readonly reason: string;
}

export interface ParsedEmployee {
  readonly row: number;
  readonly original: string;
  readonly employee: EmployeeRow | null;
  readonly issues: readonly FieldIssue[];
}

export interface EmployeeParseOptions {
  readonly dateFormat: DateFormat;
  readonly sites: readonly Site[];
  /** YYYY-MM-DD; a consent cannot be given later. */
  readonly today: string;
}

const CONSENT_METHODS: Readonly<Record<string, ConsentMethod>> = {
  ...{ paper: 'PAPER', papier: 'PAPER', written: 'PAPER', signed: 'PAPER', schriftlich: 'PAPER' },
  ...{ onscreen: 'ON_SCREEN', screen: 'ON_SCREEN', digital: 'ON_SCREEN', online: 'ON_SCREEN' },
  imported: 'IMPORTED',
};
const EMAIL = /^[^\s@]{1,64}@[^\s@]+\.[^\s@]+$/;

/** Reads rows under headings; says of each field that cannot be used why. A number twice in a file is refused the second time. */
export class EmployeeRowParser {
  private readonly seen = new Set<string>();

  constructor(
    private readonly columns: ReadonlyMap<EmployeeField, number>,
    private readonly options: EmployeeParseOptions,
  ) {}

  parse({ row, cells, original, problem }: TableRow): ParsedEmployee {
    if (problem !== null) return { row, original, employee: null, issues: [bad(null, 'UNREADABLE', problem)] };
    const issues: FieldIssue[] = [];
    const text = (field: EmployeeField): string | null => this.cell(cells, field);
    const number = text('number') ?? '';
    if (number === '') issues.push(bad('number', 'MISSING', 'The employee number is missing.'));
    if (number.length > LIMITS.maxEmployeeNumberLength) issues.push(bad('number', 'TOO_LONG', 'This is too long.'));
    const key = numberKey(number);
    if (number !== '' && this.seen.has(key)) issues.push(bad('number', 'TWICE', 'This number stood in a row before.'));
    this.seen.add(key);
    const name = text('name') ?? ([text('firstName'), text('lastName')].filter(Boolean).join(' ') || null);
    for (const [field, value] of [['name', name] as const, ['externalId', text('externalId')] as const])
      if ((value ?? '').length > LIMITS.maxNameLength) issues.push(bad(field, 'TOO_LONG', 'This is too long.'));
    const email = text('email');
    if (email !== null && (!EMAIL.test(email) || email.length > 254))
      issues.push(bad('email', 'NO_EMAIL', 'This is no e-mail address.'));
    const joiningDate = this.date('joiningDate', text('joiningDate'), issues);
    const leavingDate = this.date('leavingDate', text('leavingDate'), issues);
    if (joiningDate !== null && leavingDate !== null && leavingDate < joiningDate)
      issues.push(bad('leavingDate', 'BEFORE_JOINING', 'The last day is before the first.'));
    const siteId = this.site(text('site'), issues);
    const consent = this.consent(text('consentMethod'), text('consentDate'), issues);
    const employee = { number, name, email, externalId: text('externalId'), siteId, joiningDate, leavingDate, consent };
    return { row, original, employee: issues.length > 0 ? null : employee, issues };
  }

  private cell(cells: readonly string[], field: EmployeeField): string | null {
    const column = this.columns.get(field);
    const value = column === undefined ? '' : (cells[column] ?? '').trim();
    return value === '' ? null : value;
  }

  private date(field: string, value: string | null, issues: FieldIssue[]): string | null {
    if (value === null) return null;
    const date = parseLocalDate(value.replace(/[T ]00:00(:00)?$/, ''), this.options.dateFormat);
    if (date === null) issues.push(bad(field, 'NO_DATE', 'This is no date that exists, in the order that was said.'));
    return date;
  }

  private site(value: string | null, issues: FieldIssue[]): string | null {
    if (value === null) return null;
    const name = value.toLowerCase();
    const found = this.options.sites.find((site) => site.id === value || site.name.toLowerCase() === name);
    if (found === undefined) issues.push(bad('site', 'UNKNOWN_SITE', 'There is no site of this name.'));
    return found?.id ?? null;
  }

  private consent(method: string | null, written: string | null, issues: FieldIssue[]): EmployeeRow['consent'] {
    if (method === null) return null;
    const known = CONSENT_METHODS[foldHeading(method)];
    if (known === undefined) {
      issues.push(bad('consentMethod', 'NO_METHOD', 'This must be PAPER, ON_SCREEN or IMPORTED, or empty.'));
      return null;
    }
    const agreedOn = this.date('consentDate', written, issues);
    if (agreedOn === null) return null;
    if (agreedOn > this.options.today) {
      issues.push(bad('consentDate', 'IN_FUTURE', 'Nobody has agreed in the future.'));
      return null;
    }
    return { method: known, agreedOn };
  }
}

const bad = (field: string | null, code: string, reason: string): FieldIssue => ({ field, code, reason });
