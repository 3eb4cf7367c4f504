import { ERROR_CODES } from '@rollcall/contracts';
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import type { AccessRule } from '../access/access-rule.js';
import { REPEAT_RULES } from '../graphql/repeat-rules.js';
import { codeExamplesOf } from './code-examples.js';
import { html, type Markup, NOTHING, prose } from './markup.js';
import { exampleOf, type OperationKind } from './operation-example.js';
import { accessOf, costOf, errorsOf, repeatOf } from './operation-facts.js';

export interface Operation {
  readonly kind: OperationKind;
  readonly field: GraphQLField<unknown, unknown>;
  readonly rule: AccessRule;
}

/** @throws Error for an operation without an access rule; the API does not start with one either */
export function operationsOf(schema: GraphQLSchema, rules: Readonly<Record<string, AccessRule>>): readonly Operation[] {
  const roots: readonly (readonly [OperationKind, GraphQLObjectType | null | undefined])[] = [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
    ['subscription', schema.getSubscriptionType()],
  ];
  return roots.flatMap(([kind, type]) =>
    Object.values(type?.getFields() ?? {})
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map((field) => {
        const rule = rules[`${type?.name}.${field.name}`];
        if (rule === undefined) throw new Error(`${type?.name}.${field.name} has no access rule`);
        return { kind, field, rule };
      }),
  );
}

/** Every named type but the roots and what GraphQL brings itself. */
export function typesOf(schema: GraphQLSchema): readonly GraphQLNamedType[] {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  return Object.values(schema.getTypeMap())
    .filter((type) => !type.name.startsWith('__') && !roots.some((root) => root === type))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

export function operationSection({ kind, field, rule }: Operation): Markup {
  const { name, description, args, type, deprecationReason } = field;
  const repeat = kind === 'mutation' ? REPEAT_RULES[name] : undefined;
  const codes = errorsOf(field, rule, ERROR_CODES).map((code) => html`<a href="#error-${code}">${code}</a> `);
  const examples = codeExamplesOf(exampleOf(kind, field)).map(
    ({ language, code }) => html`<h4>${language}</h4><pre tabindex="0"><code>${code}</code></pre>`,
  );
  return html`<section id="${name}" data-find="${name} ${description ?? ''}">
<h3>${name} <small>${kind}</small></h3>
${description == null ? NOTHING : html`<p>${prose(description)}</p>`}
${deprecationReason == null ? NOTHING : html`<p>${deprecationOf(field)}</p>`}
${args.length === 0 ? NOTHING : membersTable('Argument', args)}
<dl><dt>Answers</dt><dd>${typeLink(String(type))}</dd>
<dt>Who</dt><dd>${prose(accessOf(rule))}</dd>
${repeat === undefined ? NOTHING : html`<dt>Sent again</dt><dd>${prose(repeatOf(repeat))}</dd>`}
<dt>Costs</dt><dd>${prose(costOf(field))}</dd>
<dt>Errors</dt><dd>${codes}</dd></dl>
<details><summary>Example</summary>${examples}</details>
</section>`;
}

export function typeSection(type: GraphQLNamedType): Markup {
  const find = html`<section id="type-${type.name}" data-find="${type.name} ${type.description ?? ''}">`;
  return html`${find}
<h3>${type.name} <small>${kindOf(type)}</small></h3>
${type.description == null ? NOTHING : html`<p>${prose(type.description)}</p>`}
${membersOf(type)}
</section>`;
}

function kindOf(type: GraphQLNamedType): string {
  if (isEnumType(type)) return 'values';
  if (isInputObjectType(type)) return 'input';
  if (isInterfaceType(type)) return 'interface';
  return isObjectType(type) ? 'object' : 'scalar';
}

function membersOf(type: GraphQLNamedType): Markup {
  if (isEnumType(type)) {
    const rows = type
      .getValues()
      .map(
        (value) =>
          html`<tr><td><code>${value.name}</code></td><td>${prose(value.description ?? '')}${deprecationOf(value)}</td></tr>`,
      );
    return html`<table><thead><tr><th>Value</th><th>Meaning</th></tr></thead><tbody>${rows}</tbody></table>`;
  }
  if (isInputObjectType(type)) return membersTable('Field', Object.values(type.getFields()));
  if (!isObjectType(type) && !isInterfaceType(type)) return NOTHING;
  return membersTable('Field', Object.values(type.getFields()));
}

type Member = GraphQLArgument | GraphQLInputField | GraphQLField<unknown, unknown>;

function membersTable(heading: string, members: readonly Member[]): Markup {
  const rows = members.map(
    (member) => html`<tr><td><code>${member.name}</code></td><td>${typeLink(String(member.type))}</td>
<td>${prose(member.description ?? '')}${defaultOf(member)}${deprecationOf(member)}</td></tr>`,
  );
  return html`<table><thead><tr><th>${heading}</th><th>Type</th><th>Meaning</th></tr></thead><tbody>${rows}</tbody></table>`;
}

function defaultOf(member: Member): Markup {
  if (!('defaultValue' in member) || member.defaultValue === undefined) return NOTHING;
  return html` Default <code>${JSON.stringify(member.defaultValue)}</code>.`;
}

function deprecationOf({ deprecationReason }: Pick<Member, 'deprecationReason'>): Markup {
  return deprecationReason == null ? NOTHING : html` <strong>Deprecated.</strong> ${prose(deprecationReason)}`;
}

/** The type as it is written, with its name as a link: `[Employee!]!`. */
function typeLink(written: string): Markup {
  const [, before = '', name = '', after = ''] = /^(\[*)(\w+)(.*)$/.exec(written) ?? [];
  return html`<code>${before}<a href="#type-${name}">${name}</a>${after}</code>`;
}
