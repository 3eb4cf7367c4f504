import type { ApolloServerPlugin } from '@apollo/server';
import { ApolloArmor } from '@escape.tech/graphql-armor';
import { DomainError, LIMITS } from '@rollcall/contracts';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
// Its ESM build brings a second copy of graphql, which does not know the types of our schema.
import { type ComplexityEstimator, getComplexity } from 'graphql-query-complexity/cjs';
import type { GraphQLContext } from './context.js';
import { FACE_OPERATIONS } from './operation-limits.js';
import { shortenQuotes } from './quoted-text.js';

/** What one request may ask for. The heaviest page of the dashboard stays below a third of each. */
export const QUERY_LIMITS = {
  depth: 10,
  /** Counts every alias, also of `__typename`. */
  aliases: 30,
  directives: 20,
  /** Words of the query text. An image travels as a variable and is no token of it. */
  tokens: 2_000,
  /** One per field, times `first` below a list. */
  complexity: 12_000,
  /** A mutation that runs the face engine costs this much: at most three in one request. */
  faceOperationComplexity: 4_000,
  /** Each further picture of such a mutation; the most that one may bring fit into one request. */
  frameComplexity: 800,
  /** Each person of a list that is written: the most that one request may bring come to half of what it may cost. */
  writtenPersonComplexity: 60,
} as const;

/** A refusal of the whole request: 400 in HTTP, and its details say why. */
function refusal(code: 'QUERY_TOO_COMPLEX' | 'BAD_USER_INPUT', problem: string): GraphQLError {
  const originalError = new DomainError(code, { details: { problem } });
  return new GraphQLError(originalError.message, { originalError, extensions: { http: { status: 400 } } });
}

const refuse = (what: string) => ({
  propagateOnRejection: false,
  onReject: [(context: ValidationContext | null) => context?.reportError(refusal('QUERY_TOO_COMPLEX', what))],
});

/** Rules that read the text of the query alone. */
export function createLimitRules(): readonly ValidationRule[] {
  const armor = new ApolloArmor({
    maxDepth: { n: QUERY_LIMITS.depth, flattenFragments: true, ignoreIntrospection: false, ...refuse('too deep') },
    maxAliases: { n: QUERY_LIMITS.aliases, allowList: [], ...refuse('too many aliases') },
    maxDirectives: { n: QUERY_LIMITS.directives, ...refuse('too many directives') },
    // The parser itself counts tokens (`parseOptions`), so the query is read once.
    maxTokens: { enabled: false },
    // Its costs do not know variables; graphql-query-complexity below does.
    costLimit: { enabled: false },
    blockFieldSuggestion: { enabled: false },
  });
  return armor.protect().validationRules;
}

const estimate: ComplexityEstimator = ({ args, childComplexity, field }) => {
  if (FACE_OPERATIONS.has(field.name))
    return (
      QUERY_LIMITS.faceOperationComplexity + listIn(args, 'frames') * QUERY_LIMITS.frameComplexity + childComplexity
    );
  if (field.name === 'upsertEmployees') {
    const people = listIn(args, 'employees');
    return 1 + people * (QUERY_LIMITS.writtenPersonComplexity + childComplexity);
  }
  const first: unknown = args.first;
  if (typeof first !== 'number') return 1 + childComplexity;
  // A page above the limit is refused by its own rule; it must not wrap or go below zero here.
  return 1 + Math.min(Math.max(first, 1), LIMITS.maxPageSize) * childComplexity;
};

/** How many stand in a list of the input. */
function listIn({ input }: Readonly<Record<string, unknown>>, name: string): number {
  const list = (input as Readonly<Record<string, unknown>> | null | undefined)?.[name];
  return Array.isArray(list) ? list.length : 0;
}

/** Weighs the query together with its variables, before anything runs. */
export function createComplexityPlugin(schema: GraphQLSchema): ApolloServerPlugin<GraphQLContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ request, document, operation }) {
          if (operation?.operation === 'subscription')
            throw refusal('BAD_USER_INPUT', 'Subscriptions go over a WebSocket.');
          assertLight(schema, document, request);
        },
      };
    },
  };
}

/** @throws GraphQLError QUERY_TOO_COMPLEX; BAD_USER_INPUT if the variables do not fit */
export function assertLight(schema: GraphQLSchema, document: DocumentNode, request: Request): void {
  if (weigh(schema, document, request) > QUERY_LIMITS.complexity)
    throw refusal('QUERY_TOO_COMPLEX', 'too many fields and rows');
}

interface Request {
  readonly variables?: Record<string, unknown> | null | undefined;
  readonly operationName?: string | null | undefined;
}

/** @throws BAD_USER_INPUT if the variables do not fit the query: this is the first place where they meet */
function weigh(schema: GraphQLSchema, query: DocumentNode, { variables, operationName }: Request): number {
  const operation = operationName == null ? {} : { operationName };
  try {
    return getComplexity({ schema, query, variables: variables ?? {}, estimators: [estimate], ...operation });
  } catch (error) {
    if (!(error instanceof GraphQLError) || error.extensions.code !== undefined) throw error;
    throw refusal('BAD_USER_INPUT', shortenQuotes(withoutValue(error.message)));
  }
}

/** The library quotes the whole value that does not fit; it may be a photo. Kept are its place and what is wrong with it. */
function withoutValue(message: string): string {
  const start = / got invalid value /.exec(message);
  if (start === null) return message;
  const end = message.lastIndexOf('; ');
  const place = / at "[^"]{1,100}"$/.exec(message.slice(0, end))?.[0] ?? '';
  return `${message.slice(0, start.index)} got an invalid value${place}: ${message.slice(end + 2)}`;
}
