import { describe, expect, it } from 'vitest';
import { inherit, open } from '../access/access-rule.js';
import { ACCESS_RULES } from './access-rules.js';
import { applyAccessRules } from './apply-access-rules.js';
import { createSchema } from './schema.js';

const without = (...names: readonly string[]) =>
  Object.fromEntries(Object.entries(ACCESS_RULES).filter(([name]) => !names.includes(name)));

describe('applyAccessRules', () => {
  it('finds a rule for every operation and field, and a field for every rule', () => {
    expect(() => applyAccessRules(createSchema(), ACCESS_RULES)).not.toThrow();
  });

  it.each(['Query.employees', 'Mutation.registerFace', 'Employee.templates', 'Viewer.employee'])(
    'refuses to start without a rule for %s, whatever its type says',
    (name) => {
      const rules = { ...without(name), 'Query.*': open, 'Mutation.*': open };
      expect(() => applyAccessRules(createSchema(), rules)).toThrow(name);
    },
  );

  it('refuses to start when a plain field loses the rule of its type', () => {
    expect(() => applyAccessRules(createSchema(), without('FaceTemplate.*'))).toThrow('FaceTemplate.modelId');
  });

  it('refuses a rule that guards nothing: a renamed field must not lose its guard silently', () => {
    expect(() => applyAccessRules(createSchema(), { ...ACCESS_RULES, 'Employee.salary': inherit })).toThrow(
      'Employee.salary',
    );
  });
});
