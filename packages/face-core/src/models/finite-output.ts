import { DomainError } from '@rollcall/contracts';

/**
 * The values a net gave, every one of them a number. A comparison with NaN is false whichever way it is written, so a
 * broken net would otherwise pass for "nobody is here".
 *
 * @throws DomainError `MODEL_INTEGRITY` if one is NaN or infinite
 */
export function finiteOutput(modelId: string, { data }: { readonly data: unknown }): Float32Array {
  const values = data as Float32Array;
  // Any number times 0 is 0; NaN and infinity give NaN.
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) sum += values[i] * 0;
  if (sum !== 0) {
    throw new DomainError('MODEL_INTEGRITY', { internal: `${modelId} gave a value that is not a number` });
  }
  return values;
}
