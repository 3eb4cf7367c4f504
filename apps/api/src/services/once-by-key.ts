import { createHash } from 'node:crypto';
import { hashInput, type JsonValue, runOnce } from '@rollcall/db';
import type { Actor } from '../access/actor.js';
import { requiredText } from './bad-input.js';
import type { Keep, ServiceContext } from './service-context.js';

/** What was asked for, and the key it was sent with if there is one. */
export type WithKey<T> = T & { readonly idempotencyKey?: string | null };

/** What may be asked for with an idempotency key. */
export interface KeyedCall<T, A extends JsonValue = string> {
  /** The name of the mutation: the same key of another one is another request. */
  readonly mutation: string;
  /** What is asked for, pictures by their hash, and the key if there is one. */
  readonly input: WithKey<object>;
  /** The answer of the earlier call, from what it kept. @throws DomainError NOT_FOUND if that is gone by now */
  readonly recall: (kept: A) => Promise<T>;
}

/**
 * Does what a mutation records, once for each actor and key, and gives the same answer to whoever sends it again; without a key,
 * just does it. Kept are ids and outcomes, nothing about people, and of the key and the input only hashes: that of the input has the
 * key in it, which nobody can guess (docs/adr/0169).
 *
 * @param work must call `keep` exactly where it writes; what it answers must be what `recall` finds
 * @throws DomainError IDEMPOTENCY_CONFLICT for other input under the key; what `work` throws, and the key is free again
 */
export async function onceByKey<T, A extends JsonValue = string>(
  { db, now, newId }: ServiceContext,
  actor: Actor,
  { mutation, input: { idempotencyKey: key, ...input }, recall }: KeyedCall<T, A>,
  work: (keep: Keep<A>) => Promise<T>,
): Promise<T> {
  if (key == null) return work(keepNothing);
  const secret = requiredText('idempotencyKey', key);
  const inputHash = hashInput({ mutation, key: secret, input: plainInput(input) });
  const request = { actorId: actor.id, key: `${mutation}:${sha256(secret)}`, inputHash };
  const done: T[] = [];
  const { answer, isReplay } = await runOnce(db.idempotency, { request, now, newId }, async (claim) => {
    let kept: A | undefined;
    const result = await work(async (named, session) => {
      await db.idempotency.finish(claim, named, { session });
      kept = named;
    });
    if (kept === undefined) throw new Error(`${mutation} kept no answer under its key.`);
    done.push(result);
    return kept;
  });
  return isReplay ? recall(answer as A) : (done[0] as T);
}

const keepNothing = (): Promise<void> => Promise.resolve();

/** Inputs are instances of classes, and what was left out is in them as undefined. */
function plainInput(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainInput);
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, plainInput(member)]));
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
