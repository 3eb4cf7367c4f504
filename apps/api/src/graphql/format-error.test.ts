import { DomainError } from '@rollcall/contracts';
import { GraphQLError } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createFormatError } from './format-error.js';

const SECRET = 'mongodb://user:secret@127.0.0.1';

function format(thrown: GraphQLError) {
  const faults: { error: unknown; context: object }[] = [];
  const formatError = createFormatError(
    { fault: (error, context) => void faults.push({ error, context }) },
    () => 'the-id',
  );
  const formatted = {
    message: thrown.message,
    extensions: { code: 'INTERNAL_SERVER_ERROR', ...thrown.extensions },
    path: ['a', 0],
  };
  return { answer: formatError(formatted, thrown), faults };
}

const inResolver = (error: Error) => new GraphQLError(error.message, { path: ['a'], originalError: error });

describe('createFormatError', () => {
  it('gives a domain error its code, its sentence and its details, and nothing internal', () => {
    const error = new DomainError('CONSENT_MISSING', {
      internal: SECRET,
      details: { field: 'employeeId' },
      cause: new Error(SECRET),
    });
    const { answer, faults } = format(inResolver(error));
    expect(answer).toEqual({
      message: 'This person has not agreed to face recognition, so no face can be used.',
      path: ['a', 0],
      extensions: { code: 'CONSENT_MISSING', isRetryable: false, details: { field: 'employeeId' } },
    });
    expect(faults).toEqual([]);
  });

  it.each([
    ['an unknown error', inResolver(new Error(SECRET)), 'INTERNAL_SERVER_ERROR'],
    [
      'a fault of the registry',
      inResolver(new DomainError('MODEL_INTEGRITY', { internal: SECRET })),
      'MODEL_INTEGRITY',
    ],
    [
      'an error that only pretends to be a bad request',
      inResolver(Object.assign(new Error(SECRET), { code: 'BAD_USER_INPUT' })),
      'INTERNAL_SERVER_ERROR',
    ],
    ['an error of the library without a code', new GraphQLError(SECRET), 'INTERNAL_SERVER_ERROR'],
  ])('masks %s, logs it under an id and sends the id only', (_what, thrown, code) => {
    const { answer, faults } = format(thrown);
    expect(answer.extensions).toEqual({ code, errorId: 'the-id', isRetryable: code === 'INTERNAL_SERVER_ERROR' });
    expect(JSON.stringify(answer)).not.toContain('secret');
    expect(faults).toEqual([{ error: expect.any(Error), context: { errorId: 'the-id', path: 'a.0' } }]);
  });

  it('tells what is wrong with a request, without the long values in it', () => {
    const long = 'A'.repeat(1000);
    const { answer } = format(
      new GraphQLError(`Value "${long}" does not exist.`, { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }),
    );
    expect(answer).toMatchObject({ message: 'Value "…" does not exist.', extensions: { code: 'BAD_USER_INPUT' } });
  });
});
