import { randomUUID } from 'node:crypto';
import { unwrapResolverError } from '@apollo/server/errors';
import { DomainError, ERRORS, type ErrorCode } from '@rollcall/contracts';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { ArgumentValidationError } from 'type-graphql';
import type { FaultLog } from '../http/logger.js';
import { shortenQuotes } from './quoted-text.js';

/** What leaves: a registered code, its sentence, and for the caller's own input the sentence that says what is wrong. */
interface PublicError {
  readonly code: ErrorCode;
  readonly message: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Codes of the GraphQL library for a request that is wrong in itself; their messages speak of the request alone. */
const REQUEST_ERRORS: Readonly<Record<string, ErrorCode>> = {
  GRAPHQL_PARSE_FAILED: 'BAD_USER_INPUT',
  GRAPHQL_VALIDATION_FAILED: 'BAD_USER_INPUT',
  OPERATION_RESOLUTION_FAILURE: 'BAD_USER_INPUT',
  PERSISTED_QUERY_NOT_FOUND: 'BAD_USER_INPUT',
  PERSISTED_QUERY_NOT_SUPPORTED: 'BAD_USER_INPUT',
  BAD_REQUEST: 'BAD_USER_INPUT',
  BAD_USER_INPUT: 'BAD_USER_INPUT',
};

/**
 * The one place where errors become answers. A domain error keeps its code, sentence and details; an error in the request
 * itself is told; everything else is a fault: logged under an id, and only the id leaves.
 */
export function createFormatError(log: FaultLog, newId: () => string = randomUUID) {
  return (formatted: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError => {
    const error = causeOf(thrown);
    const known = toPublicError(formatted, error);
    const path = formatted.path === undefined ? {} : { path: formatted.path };
    if (known === null || ERRORS[known.code].kind === 'fault') {
      const errorId = newId();
      const code = known?.code ?? 'INTERNAL_SERVER_ERROR';
      log.fault(error, { errorId, path: formatted.path?.join('.') });
      return {
        message: ERRORS[code].message,
        ...path,
        extensions: { code, errorId, isRetryable: ERRORS[code].isRetryable },
      };
    }
    const locations = formatted.locations === undefined ? {} : { locations: formatted.locations };
    const details = known.details === undefined ? {} : { details: known.details };
    const extensions = { code: known.code, isRetryable: ERRORS[known.code].isRetryable, ...details };
    return { message: known.message, ...path, ...locations, extensions };
  };
}

/** What a resolver threw, or what a rule of ours gave as the reason of its refusal. */
function causeOf(thrown: unknown): unknown {
  const error = unwrapResolverError(thrown);
  return error instanceof GraphQLError && error.originalError instanceof DomainError ? error.originalError : error;
}

function toPublicError(formatted: GraphQLFormattedError, error: unknown): PublicError | null {
  if (error instanceof DomainError) {
    return {
      code: error.code,
      message: error.message,
      ...(error.details === undefined ? {} : { details: error.details }),
    };
  }
  if (error instanceof ArgumentValidationError) return validationError(error);
  const code = REQUEST_ERRORS[String(formatted.extensions?.code)];
  if (code !== undefined && error instanceof GraphQLError) {
    return { code, message: shortenQuotes(formatted.message) };
  }
  return null;
}

interface FieldProblem {
  readonly field: string;
  readonly problem: string;
}

function validationError(error: ArgumentValidationError): PublicError {
  const problems: FieldProblem[] = [];
  collect(error.extensions.validationErrors as readonly ClassValidatorError[], '', problems);
  return { code: 'BAD_USER_INPUT', message: ERRORS.BAD_USER_INPUT.message, details: { problems } };
}

interface ClassValidatorError {
  readonly property: string;
  readonly constraints?: Readonly<Record<string, string>>;
  readonly children?: readonly ClassValidatorError[];
}

function collect(errors: readonly ClassValidatorError[], prefix: string, into: FieldProblem[]): void {
  for (const error of errors) {
    const field = `${prefix}${error.property}`;
    for (const problem of Object.values(error.constraints ?? {})) into.push({ field, problem });
    collect(error.children ?? [], `${field}.`, into);
  }
}
