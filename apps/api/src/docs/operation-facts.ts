import { type ErrorCode, ROLES, SCOPES } from '@rollcall/contracts';
import { type GraphQLField, type GraphQLInputType, getNamedType, isInputObjectType } from 'graphql';
import { type AccessRule, checkRule } from '../access/access-rule.js';
import type { Actor } from '../access/actor.js';
import { ROLE_SCOPES, scopesOfRoles } from '../access/role-scopes.js';
import { QUERY_LIMITS } from '../graphql/limits.js';
import { FACE_OPERATIONS } from '../graphql/operation-limits.js';
import type { RepeatRule } from '../graphql/repeat-rule.js';
import { REPEAT_RULES } from '../graphql/repeat-rules.js';

type Field = GraphQLField<unknown, unknown>;

/** Who may use an operation, in one sentence, from the table that guards it. */
export function accessOf(rule: AccessRule): string {
  if (rule.kind === 'public') return 'Anyone, also without a key.';
  if (rule.kind === 'signedIn') return 'Every key and everybody who is signed in.';
  const scopes = SCOPES.filter((scope) => isLetIn(rule, 'API_KEY', new Set([scope])));
  const keys = scopes.length > 0 ? `Keys with ${scopes.map((scope) => `\`${scope}\``).join(' or ')}` : 'No keys';
  const roles = ROLES.filter((role) => ROLE_SCOPES[role].length > 0 && isLetIn(rule, 'USER', scopesOfRoles([role])));
  const own = rule.kind === 'scopeOrSelf' ? ' Employees for what is their own.' : '';
  return `${keys}. Roles ${roles.join(', ')}.${own}`;
}

/** Asks the very check that stands before the operation. */
function isLetIn(rule: AccessRule, kind: Actor['kind'], scopes: Actor['scopes']): boolean {
  const nobody = {
    id: '',
    name: '',
    email: null,
    roles: [],
    siteIds: null,
    departmentIds: [],
    employeeId: null,
    requestId: null,
  };
  try {
    checkRule(rule, { ...nobody, kind, padPolicy: 'REFUSE', scopes });
    return true;
  } catch {
    return false;
  }
}

/** What it weighs against the limit of one request. */
export function costOf({ name, args }: Field): string {
  const { faceOperationComplexity, frameComplexity, complexity } = QUERY_LIMITS;
  const limit = `of ${complexity} in one request`;
  if (FACE_OPERATIONS.has(name))
    return `${faceOperationComplexity} and one for each field, ${frameComplexity} for each further frame, ${limit}.`;
  const isList = args.some((arg) => arg.name === 'first');
  return isList ? `One for each field, times \`first\`, ${limit}.` : `One for each field, ${limit}.`;
}

/** What becomes of a mutation whose answer was lost, from the table of them. */
export function repeatOf(rule: RepeatRule): string {
  return rule.kind === 'keyed'
    ? 'With the same `idempotencyKey`: done once, and the same answer for 30 days.'
    : rule.why;
}

const IMAGE_ERRORS: readonly ErrorCode[] = ['IMAGE_TOO_LARGE', 'IMAGE_UNDECODABLE', 'ENGINE_BUSY', 'ENGINE_TIMEOUT'];

/** The codes that follow from what is asked for and who may ask, and those that the description names. */
export function errorsOf(field: Field, rule: AccessRule, codes: readonly ErrorCode[]): readonly ErrorCode[] {
  const inputs = inputNamesOf(field.args.map(({ type }) => type));
  const argumentNames = new Set([...field.args.map(({ name }) => name), ...inputs.fields]);
  const found = new Set<ErrorCode>(['RATE_LIMITED', 'TIMEOUT', 'INTERNAL_SERVER_ERROR']);
  if (rule.kind !== 'public') found.add('UNAUTHENTICATED');
  if (rule.kind !== 'public' && rule.kind !== 'signedIn') found.add('FORBIDDEN');
  if (field.args.length > 0) found.add('BAD_USER_INPUT');
  if (argumentNames.has('version')) found.add('CONFLICT');
  if (REPEAT_RULES[field.name]?.kind === 'keyed') found.add('IDEMPOTENCY_CONFLICT');
  if (inputs.types.has('ImageInput')) for (const code of IMAGE_ERRORS) found.add(code);
  const told = [field.description, ...field.args.map(({ description }) => description)].join(' ');
  return codes.filter((code) => found.has(code) || new RegExp(`\\b${code}\\b`).test(told));
}

/** Every input type below these, and the names of their fields. */
function inputNamesOf(types: readonly GraphQLInputType[]) {
  const found = { types: new Set<string>(), fields: new Set<string>() };
  const walk = (type: GraphQLInputType): void => {
    const named = getNamedType(type);
    if (!isInputObjectType(named) || found.types.has(named.name)) return;
    found.types.add(named.name);
    for (const field of Object.values(named.getFields())) {
      found.fields.add(field.name);
      walk(field.type);
    }
  };
  types.forEach(walk);
  return found;
}
