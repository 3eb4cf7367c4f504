/**
 * What becomes of a mutation that is sent again because its answer was lost.
 * - `keyed`: takes an `idempotencyKey`; under the same key it is done once and answers the same
 * - `harmless`: the second time does no harm; `why` says for what reason
 */
export type RepeatRule = { readonly kind: 'keyed' } | { readonly kind: 'harmless'; readonly why: string };

const harmless = (why: string): RepeatRule => ({ kind: 'harmless', why });

export const keyed: RepeatRule = { kind: 'keyed' };
/** What it asks for is so afterwards, however often it is asked for. */
export const sets = harmless('Sets what is so from now on: twice is once.');
export const compared = harmless('Compares the version that was read: the second time is CONFLICT.');
export const decided = harmless('Is decided once: the second time is CONFLICT.');
export const gone = harmless('Removes: the second time is NOT_FOUND.');
export const nothing = harmless('Records nothing that counts.');
export const usedUp = harmless('Uses up a link or code: the second time is NOT_FOUND.');
/** A secret that is told once is not kept for an answer, so a repeat makes another one. */
export const secret = (formerOne: string): RepeatRule =>
  harmless(`Makes another secret, which is told once and not kept. ${formerOne}`);
export const each = harmless;
