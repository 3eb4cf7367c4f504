import type { ApolloServerPlugin } from '@apollo/server';
import { Kind, type OperationDefinitionNode } from 'graphql';
import type { GraphQLContext } from '../graphql/context.js';
import type { Metrics } from './metrics.js';

/** Times operations by their first field, which the schema knows: callers cannot make up names. */
export function createMetricsPlugin(metrics: Metrics): ApolloServerPlugin<GraphQLContext> {
  return {
    async requestDidStart() {
      const end = metrics.timeOperation();
      return {
        async willSendResponse({ operation, response: { body } }) {
          // As they are sent: before that, an error of ours has no code where GraphQL looks.
          const code = body.kind === 'single' ? body.singleResult.errors?.[0]?.extensions?.code : undefined;
          end(operation === undefined ? 'none' : firstFieldOf(operation), code === undefined ? 'OK' : String(code));
        },
      };
    },
  };
}

function firstFieldOf({ selectionSet }: OperationDefinitionNode): string {
  const [first] = selectionSet.selections;
  return first?.kind === Kind.FIELD ? first.name.value : 'fragment';
}
