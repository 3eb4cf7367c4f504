import { defaultFieldResolver, type GraphQLField, type GraphQLSchema, isObjectType } from 'graphql';
import { type AccessRule, checkRule, isShown } from '../access/access-rule.js';
import type { GraphQLContext } from './context.js';

type Rules = Readonly<Record<string, AccessRule>>;

/** Null if the field has no rule. Operations and resolved fields never fall under `Type.*`. */
export function ruleOf(
  type: string,
  field: GraphQLField<unknown, unknown>,
  rules: Rules,
  isRoot: boolean,
): AccessRule | null {
  const own = rules[`${type}.${field.name}`];
  if (own !== undefined) return own;
  if (isRoot || isResolved(field)) return null;
  return rules[`${type}.*`] ?? null;
}

/** Every object type is declared with `simpleResolvers`, so a field that only reads a property has no resolver. */
function isResolved(field: GraphQLField<unknown, unknown>): boolean {
  return field.resolve !== undefined;
}

/**
 * Puts the check of each rule in front of its resolver, in place.
 *
 * @throws Error naming every field without a rule and every rule without a field
 */
export function applyAccessRules(schema: GraphQLSchema, rules: Rules): GraphQLSchema {
  const missing: string[] = [];
  const used = new Set<string>();
  const roots = new Set([
    schema.getQueryType()?.name,
    schema.getMutationType()?.name,
    schema.getSubscriptionType()?.name,
  ]);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const rule = ruleOf(type.name, field, rules, roots.has(type.name));
      if (rule === null) missing.push(`${type.name}.${field.name}`);
      else guard(field, rule);
      used.add(`${type.name}.${field.name}`).add(`${type.name}.*`);
    }
  }
  const idle = Object.keys(rules).filter((key) => !used.has(key));
  if (missing.length > 0) throw new Error(`These fields have no access rule: ${missing.join(', ')}`);
  if (idle.length > 0) throw new Error(`These access rules name no field: ${idle.join(', ')}`);
  return schema;
}

function guard(field: GraphQLField<unknown, unknown>, rule: AccessRule): void {
  if (rule.kind === 'inherit') return;
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (source, args, context, info) => {
    const { actor } = context as GraphQLContext;
    checkRule(rule, actor);
    if (!isShown(rule, actor)) return null;
    return resolve(source, args, context, info);
  };
  const { subscribe } = field;
  if (subscribe === undefined) return;
  // Before the first event, and (above) again before each one.
  field.subscribe = (source, args, context, info) => {
    checkRule(rule, (context as GraphQLContext).actor);
    return subscribe(source, args, context, info);
  };
}
