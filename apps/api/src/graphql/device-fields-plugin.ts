import type { ApolloServerPlugin } from '@apollo/server';
import { DomainError } from '@rollcall/contracts';
import { type DocumentNode, GraphQLError, type GraphQLSchema, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import { DEVICE_FIELDS } from '../access/device-fields.js';
import type { GraphQLContext } from './context.js';

/** Refuses a request of a device that names a field devices may not ask for, before anything of it runs. */
export function createDeviceFieldsPlugin(schema: GraphQLSchema): ApolloServerPlugin<GraphQLContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ document, contextValue }) {
          if (contextValue.actor?.kind !== 'DEVICE') return;
          const field = firstForbidden(schema, document);
          if (field !== null) throw refusal(field);
        },
      };
    },
  };
}

function firstForbidden(schema: GraphQLSchema, document: DocumentNode): string | null {
  const types = new TypeInfo(schema);
  let found: string | null = null;
  const look = visitWithTypeInfo(types, {
    Field({ name }) {
      const field = `${types.getParentType()?.name}.${name.value}`;
      if (found === null && name.value !== '__typename' && !DEVICE_FIELDS.has(field)) found = field;
    },
  });
  visit(document, look);
  return found;
}

function refusal(field: string): GraphQLError {
  const originalError = new DomainError('FORBIDDEN', { internal: `a device asked for ${field}` });
  return new GraphQLError(originalError.message, { originalError, extensions: { http: { status: 400 } } });
}
