import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
import type { Repeat } from './retry.js';

/** A GraphQL text that knows what it answers: graphql-codegen makes them with `documentMode: 'string'`. */
export type Document<TData, TVariables> = DocumentTypeDecoration<TData, TVariables> & { toString(): string };

/** Mutations take the key in their input, or beside the id. */
interface Keyed {
  readonly input?: { readonly idempotencyKey?: unknown };
  readonly idempotencyKey?: unknown;
}

/**
 * Queries may always be repeated. Of a mutation only what an idempotency key protects: any other one may have been done although
 * its answer was lost.
 */
export function repeatOf(text: string, variables: unknown): Repeat {
  if (!/\bmutation\b/.test(text)) return 'always';
  const { input, idempotencyKey = input?.idempotencyKey } = (variables ?? {}) as Keyed;
  return typeof idempotencyKey === 'string' ? 'always' : 'refusals';
}
