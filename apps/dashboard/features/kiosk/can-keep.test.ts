import { describe, expect, it } from 'vitest';
import { canKeep } from './can-keep';

const IMAGE = { image: { base64: 'AAAA' } };

describe('a mark without an answer', () => {
  it.each([
    ['by face, nobody reached', 'UNREACHABLE', IMAGE, true],
    ['by face, and the server broke', 'INTERNAL_SERVER_ERROR', IMAGE, true],
    ['by face, and the server said no', 'IMAGE_UNDECODABLE', IMAGE, false],
    ['by face, by a device that is let in no more', 'UNAUTHENTICATED', IMAGE, false],
    ['by PIN', 'UNREACHABLE', { pin: '481920' }, false],
    ['by face and PIN', 'UNREACHABLE', { ...IMAGE, pin: '481920' }, false],
    ['with movements', 'UNREACHABLE', { ...IMAGE, challengeId: 'c-1' }, false],
  ] as const)('%s', (_what, problem, proof, expected) => {
    expect(canKeep(problem, proof)).toBe(expected);
  });
});
