import { readFileSync } from 'node:fs';
import { buildASTSchema, buildSchema, coerceInputValue, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { needs, needsOrSelf, needsPerson, open } from '../access/access-rule.js';
import { ACCESS_RULES } from '../graphql/access-rules.js';
import { docsPage } from './docs-page.js';
import { html, prose } from './markup.js';
import { exampleOf } from './operation-example.js';
import { accessOf, errorsOf } from './operation-facts.js';
import { operationsOf, typeSection } from './reference.js';

const schema = buildASTSchema(parse(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8')));
const operations = operationsOf(schema, ACCESS_RULES);
const page = docsPage(schema, ACCESS_RULES);

describe('the reference', () => {
  it('has a section for every operation and every type', () => {
    expect(operations.length).toBeGreaterThan(120);
    for (const { field } of operations) expect(page).toContain(`<section id="${field.name}"`);
    for (const name of Object.keys(schema.getTypeMap()))
      if (!/^(__|Query$|Mutation$|Subscription$)/.test(name)) expect(page).toContain(`<section id="type-${name}"`);
  });

  it('has no link inside the page that leads nowhere, and none to another server', () => {
    const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const targets = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(targets.filter((target) => !ids.has(target))).toEqual([]);
    expect([...page.matchAll(/(?:href|src)="(?!#)([^"]+)"/g)].map(([, to]) => to)).toEqual(['/schema.graphql']);
  });

  it.each(operations.map((operation) => [operation.field.name, operation] as const))(
    'shows a request for %s that the schema accepts',
    (_name, { kind, field }) => {
      const { query, variables } = exampleOf(kind, field);
      expect(validate(schema, parse(query)).map(({ message }) => message)).toEqual([]);
      const problems: string[] = [];
      for (const arg of field.args.filter(({ name }) => name in variables))
        coerceInputValue(variables[arg.name], arg.type, (_path, _value, { message }) => problems.push(message));
      expect(problems).toEqual([]);
      expect(query).not.toMatch(/[`'"\\]/);
    },
  );
});

describe('what it says about an operation', () => {
  it('comes from the rule that guards it', () => {
    expect(accessOf(open)).toBe('Anyone, also without a key.');
    expect(accessOf(needs('admin'))).toBe('Keys with `admin`. Roles OWNER.');
    expect(accessOf(needsPerson('audit:read'))).toBe('No keys. Roles OWNER, HR_ADMIN, AUDITOR.');
    expect(accessOf(needsOrSelf('audit:read'))).toBe(
      'Keys with `audit:read`. Roles OWNER, HR_ADMIN, AUDITOR. Employees for what is their own.',
    );
  });

  it('tells of a mutation what becomes of it when it is sent again, and of a preview that it looks at no key', () => {
    const sectionOf = (name: string) => page.split(`<section id="${name}"`)[1]?.split('</section>')[0] ?? '';
    expect(sectionOf('createEmployee')).toContain('the same answer for 30 days');
    expect(sectionOf('createEmployee')).toContain('IDEMPOTENCY_CONFLICT');
    expect(sectionOf('updateEmployee')).toContain('Compares the version that was read');
    expect(sectionOf('previewCorrection')).not.toContain('IDEMPOTENCY_CONFLICT');
    expect(sectionOf('employees')).not.toContain('Sent again');
  });

  it('names the errors that follow from its arguments', () => {
    const found = operations.find(({ field }) => field.name === 'recordAttendance');
    if (found === undefined) throw new Error('gone');
    const codes = ['IDEMPOTENCY_CONFLICT', 'IMAGE_UNDECODABLE', 'FORBIDDEN', 'CONFLICT', 'LAST_OWNER'] as const;
    expect(errorsOf(found.field, found.rule, codes)).toEqual([
      'IDEMPOTENCY_CONFLICT',
      'IMAGE_UNDECODABLE',
      'FORBIDDEN',
    ]);
  });
});

describe('what it says about a type', () => {
  it.each([
    'type T { a: Int @deprecated(reason: "Since 2026-11-27: `b`.") }',
    'input T { a: Int @deprecated(reason: "Since 2026-11-27: `b`.") }',
    'enum T { a @deprecated(reason: "Since 2026-11-27: `b`.") }',
  ])('names what is deprecated: %s', (text) => {
    const type = buildSchema(text).getType('T');
    if (type === undefined) throw new Error('gone');
    expect(typeSection(type).text).toContain('<strong>Deprecated.</strong> Since 2026-11-27: <code>b</code>.');
  });
});

describe('a text', () => {
  it('is never read as HTML', () => {
    expect(html`<p title="${'"><script>'}">${'<b>&'}</p>`.text).toBe(
      '<p title="&quot;&gt;&lt;script&gt;">&lt;b&gt;&amp;</p>',
    );
    expect(prose('see `a < b`').text).toBe('see <code>a &lt; b</code>');
  });
});
