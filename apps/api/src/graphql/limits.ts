import type { ApolloServerPlugin } from '@apollo/server';
import { ApolloArmor } from '@escape.tech/graphql-armor';
import { LIMITS } from '@rollcall/contracts';
import { GraphQLError, type GraphQLSchema, type ValidationContext, type ValidationRule } from 'graphql';
// Its ESM build brings a second copy of graphql, which does not know the types of our schema.
import { type ComplexityEstimator, getComplexity } from 'graphql-query-complexity/cjs';
import type { GraphQLContext } from './context.js';

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
} as const;

const FACE_OPERATIONS = new Set(['registerFace', 'verifyFace', 'compareFaces', 'recordAttendance']);

const tooComplex = (what: string): GraphQLError =>
  new GraphQLError(`The query asks for too much at once: ${what}.`, { extensions: { code: 'QUERY_TOO_COMPLEX' } });

const refuse = (what: string) => ({
  propagateOnRejection: false,
  onReject: [(context: ValidationContext | null) => context?.reportError(tooComplex(what))],
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
  if (FACE_OPERATIONS.has(field.name)) return QUERY_LIMITS.faceOperationComplexity + childComplexity;
  const first: unknown = args.first;
  if (typeof first !== 'number') return 1 + childComplexity;
  // A page above the limit is refused by its own rule; it must not wrap or go below zero here.
  return 1 + Math.min(Math.max(first, 1), LIMITS.maxPageSize) * childComplexity;
};

/** Weighs the query together with its variables, before anything runs. */
export function createComplexityPlugin(schema: GraphQLSchema): ApolloServerPlugin<GraphQLContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ request, document }) {
          const complexity = getComplexity({
            schema,
            query: document,
            variables: request.variables ?? {},
            ...(request.operationName == null ? {} : { operationName: request.operationName }),
            estimators: [estimate],
          });
          if (complexity > QUERY_LIMITS.complexity) throw tooComplex('too many fields and rows');
        },
      };
    },
  };
}
