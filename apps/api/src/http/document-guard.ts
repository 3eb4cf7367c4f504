import type { RequestHandler } from 'express';
import { checkDocument, type DocumentRules, EXPLORER_HEADER } from '../access/free-documents.js';
import { requestContextOf } from './request-context.js';

/** Before GraphQL reads anything of it. Must run after the body. */
export function documentGuard(rules: DocumentRules): RequestHandler {
  return (request, response, next) => {
    const { query } = (request.body ?? {}) as { readonly query?: unknown };
    const isFromExplorer = request.headers[EXPLORER_HEADER] !== undefined;
    // Without a text there is nothing to know; the answer is that of GraphQL.
    if (query !== undefined) checkDocument(query, requestContextOf(response).actor, rules, isFromExplorer);
    next();
  };
}
