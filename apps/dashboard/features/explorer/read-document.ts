import { buildSchema, GraphQLError, type GraphQLSchema, Kind, parse, specifiedRules, validate } from 'graphql';

/** What is written in the explorer, before it is sent. */
export type ReadDocument =
  | { readonly ok: true; readonly kind: 'query' | 'mutation'; readonly operations: readonly string[] }
  | { readonly ok: false; readonly problem: 'document'; readonly reason: string }
  | { readonly ok: false; readonly problem: 'several' | 'subscription' };

/**
 * Reads a document and compares it with the schema. Fragments at the top are looked into too: what changes data must not be
 * sent without being asked for.
 *
 * @param schema null: not loaded, nothing is compared
 */
export function readDocument(text: string, schema: GraphQLSchema | null): ReadDocument {
  try {
    const document = parse(text);
    const operations = document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
    const [operation] = operations;
    if (operation === undefined || operations.length > 1) return { ok: false, problem: 'several' };
    const [error] = schema === null ? [] : validate(schema, document, specifiedRules);
    if (error !== undefined) return unreadable(error);
    if (operation.operation === 'subscription') return { ok: false, problem: 'subscription' };
    const fields = operation.selectionSet.selections.flatMap((one) =>
      one.kind === Kind.FIELD ? [one.name.value] : [],
    );
    return { ok: true, kind: operation.operation, operations: [...new Set(fields)] };
  } catch (error) {
    if (error instanceof GraphQLError) return unreadable(error);
    throw error;
  }
}

function unreadable({ message, locations }: GraphQLError): ReadDocument {
  const [at] = locations ?? [];
  return { ok: false, problem: 'document', reason: at === undefined ? message : `${at.line}:${at.column} ${message}` };
}

/** The schema this installation serves; null if it cannot be had: then the API alone says what is wrong. */
export async function loadSchema(): Promise<GraphQLSchema | null> {
  try {
    const response = await fetch('/schema.graphql');
    return response.ok ? buildSchema(await response.text()) : null;
  } catch {
    return null;
  }
}
