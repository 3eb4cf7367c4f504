import { type GraphQLField, getNamedType, isInputObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { REPEAT_RULES } from './repeat-rules.js';
import { createSchema } from './schema.js';

const mutations = createSchema().getMutationType()?.getFields() ?? {};

/** Whether it takes a key, beside its arguments or in its input. */
function takesKey({ args }: GraphQLField<unknown, unknown>): boolean {
  return args.some(({ name, type }) => {
    const named = getNamedType(type);
    const isInInput = isInputObjectType(named) && 'idempotencyKey' in named.getFields();
    return name === 'idempotencyKey' || (isInInput && name === 'input');
  });
}

describe('what becomes of a mutation that is sent again', () => {
  it('is said of every mutation, and of nothing that is none', () => {
    expect(Object.keys(REPEAT_RULES).sort()).toEqual(Object.keys(mutations).sort());
  });

  it('is said to depend on a key of exactly those that take one', () => {
    // It takes what requestCorrection takes, and looks at no key: it records nothing.
    const { previewCorrection: _nothing, ...others } = mutations;
    const taking = Object.values(others).filter(takesKey);
    const keyed = Object.keys(REPEAT_RULES).filter((name) => REPEAT_RULES[name]?.kind === 'keyed');
    expect(taking.map(({ name }) => name).sort()).toEqual(keyed.sort());
  });

  it('is a sentence where no key is needed', () => {
    for (const [name, rule] of Object.entries(REPEAT_RULES))
      if (rule.kind === 'harmless') expect([name, rule.why]).toEqual([name, expect.stringMatching(/^[A-Z].+\.$/)]);
  });
});
