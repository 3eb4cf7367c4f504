import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';

export type OperationKind = 'query' | 'mutation' | 'subscription';

export interface OperationExample {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** How deep the fields of an answer are shown. */
const DEPTH = 3;
const MAX_FIELDS = 6;

/** The smallest request that the schema accepts: what must be given, and the first few fields of the answer. */
export function exampleOf(kind: OperationKind, field: GraphQLField<unknown, unknown>): OperationExample {
  const args = field.args.filter(isRequiredArgument);
  const declared = args.map(({ name, type }) => `$${name}: ${type}`).join(', ');
  const passed = args.map(({ name }) => `${name}: $${name}`).join(', ');
  const inBraces = (text: string): string => (text === '' ? '' : `(${text})`);
  const answer = selectionOf(field.type, DEPTH);
  const query = `${kind}${declared === '' ? '' : ` ${inBraces(declared)}`} { ${field.name}${inBraces(passed)}${answer} }`;
  return { query, variables: Object.fromEntries(args.map(({ name, type }) => [name, sampleOf(type, name)])) };
}

function selectionOf(type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (!isCompositeType(named)) return '';
  if (!isObjectType(named) || depth === 0) return ' { __typename }';
  const fields = Object.values(named.getFields()).filter(({ args }) => !args.some(isRequiredArgument));
  const plain = fields.filter((field) => !isCompositeType(getNamedType(field.type)));
  // Payloads and connections carry what matters in objects; those come where there is room.
  const deep = fields.filter((field) => isCompositeType(getNamedType(field.type)) && field.name !== 'edges');
  const chosen = [...plain, ...(depth > 1 && plain.length < MAX_FIELDS / 2 ? deep : [])].slice(0, MAX_FIELDS);
  if (chosen.length === 0) return ' { __typename }';
  return ` { ${chosen.map((field) => `${field.name}${selectionOf(field.type, depth - 1)}`).join(' ')} }`;
}

const SCALARS: Readonly<Record<string, unknown>> = {
  ID: '0190d3c1-7a55-7c1e-9d0a-1f6f3f3b7a10',
  Int: 1,
  Float: 1,
  Boolean: true,
  DateTime: '2026-10-01T08:00:00.000Z',
  LocalDate: '2026-10-01',
  JSONObject: {},
};

function sampleOf(type: GraphQLInputType, name: string): unknown {
  if (isNonNullType(type)) return sampleOf(type.ofType, name);
  if (isListType(type)) return [sampleOf(type.ofType, name)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (!isInputObjectType(type)) return SCALARS[type.name] ?? `<${name}>`;
  const needed = Object.values(type.getFields()).filter(
    (field) => isRequiredInputField(field) || (type.name === 'ImageInput' && field.name === 'base64'),
  );
  return Object.fromEntries(needed.map((field) => [field.name, sampleOf(field.type, field.name)]));
}
