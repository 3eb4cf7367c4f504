import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';

/** The committed text of the schema: sorted, so that moving code changes nothing. */
export function schemaText(schema: GraphQLSchema): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}
