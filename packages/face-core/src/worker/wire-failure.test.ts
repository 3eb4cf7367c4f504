import { DomainError } from '@rollcall/contracts';
import { describe, expect, it } from 'vitest';
import { fromWireFailure, toWireFailure } from './wire-failure.js';

describe('an error on its way between processes', () => {
  it('keeps its code, details and internal note', () => {
    const error = new DomainError('IMAGE_TOO_LARGE', { internal: 'why', details: { maxBytes: 8 } });
    const arrived = fromWireFailure(structuredClone(toWireFailure(error)));
    expect(arrived).toBeInstanceOf(DomainError);
    expect(arrived).toMatchObject({ code: 'IMAGE_TOO_LARGE', internal: 'why', details: { maxBytes: 8 } });
  });

  it('arrives as a fault if it was no domain error, with the cause for the log only', () => {
    const arrived = fromWireFailure(structuredClone(toWireFailure(new TypeError('secret path'))));
    expect(arrived.code).toBe('INTERNAL_SERVER_ERROR');
    expect(arrived.message).not.toContain('secret path');
    expect(arrived.internal).toContain('secret path');
  });
});
