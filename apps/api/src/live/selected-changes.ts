import type { Change, Changes } from '@rollcall/db';

/**
 * The changes of which something is to be told. `return` ends it at once, also while it waits: a generator would not.
 *
 * @param select what to tell; null: nothing
 */
export function selectedChanges<T, R>(
  changes: Changes<T>,
  select: (change: Change<T>) => R | null | Promise<R | null>,
): AsyncIterableIterator<R> {
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    async next() {
      try {
        while (true) {
          const { done, value } = await changes.next();
          if (done === true) return { done, value: undefined };
          const selected = await select(value);
          if (selected !== null) return { done: false, value: selected };
        }
      } catch (error) {
        await changes.return();
        throw error;
      }
    },
    async return() {
      await changes.return();
      return { done: true, value: undefined };
    },
  };
}
