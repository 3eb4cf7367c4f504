import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { deadlineIn, runWithin } from '../connection/deadline.js';
import { JoinedRead, JoinedReads } from './joined-read.js';

/** A store of one value; a read takes its value when it begins, and is answered when the test says so. */
function slowStore() {
  const store = { value: 1, begun: 0, answers: [] as (() => void)[] };
  const load = () => {
    store.begun += 1;
    const { value } = store;
    return new Promise<number>((resolve, reject) => {
      store.answers.push(() => (value < 0 ? reject(new Error('unreadable')) : resolve(value)));
    });
  };
  /** Answers the oldest read, and lets what waited for it begin. */
  const answer = async () => {
    store.answers.shift()?.();
    await sleep(0);
  };
  return { store, answer, joined: new JoinedRead(load) };
}

describe('reads that are joined', () => {
  it('never give who asks what was read before it asked', async () => {
    const { store, answer, joined } = slowStore();
    const early = joined.read();
    store.value = 2;
    const late = joined.read();
    await answer();
    await answer();
    expect(await Promise.all([early, late])).toEqual([1, 2]);
  });

  it('share the next one while one is running, however many they are', async () => {
    const { store, answer, joined } = slowStore();
    const all = Array.from({ length: 50 }, () => joined.read());
    await answer();
    await answer();
    expect(await Promise.all(all)).toHaveLength(50);
    expect(store.begun).toBe(2);
  });

  it('begin anew once nothing is running', async () => {
    const { store, answer, joined } = slowStore();
    for (const value of [1, 5]) {
      store.value = value;
      const asked = joined.read();
      await answer();
      expect(await asked).toBe(value);
    }
    expect(store.begun).toBe(2);
  });

  it('that fail do so for who shares them, and the next one is tried', async () => {
    const { store, answer, joined } = slowStore();
    store.value = -1;
    const early = expect(joined.read()).rejects.toThrow('unreadable');
    store.value = 3;
    const late = joined.read();
    await answer();
    await answer();
    await early;
    expect(await late).toBe(3);
  });

  it('are refused to who has no time left, and not ended by the deadline of who began them', async () => {
    const { answer, joined } = slowStore();
    await expect(runWithin(deadlineIn(-1), () => joined.read())).rejects.toMatchObject({ code: 'TIMEOUT' });
    const asked = runWithin(deadlineIn(5), () => joined.read());
    await sleep(10);
    await answer();
    expect(await asked).toBe(1);
  });
});

describe('reads of many things', () => {
  it('are joined with those of the same key alone, and nothing is left of them', async () => {
    const begun: string[] = [];
    const reads = new JoinedReads(async (key) => {
      begun.push(key);
      await sleep(5);
      if (key === 'broken') throw new Error('unreadable');
      return key.toUpperCase();
    });
    const broken = Promise.allSettled([reads.read('broken'), reads.read('broken')]);
    const all = await Promise.all(['a', 'b', 'a', 'a', 'b'].map((key) => reads.read(key)));
    expect(all).toEqual(['A', 'B', 'A', 'A', 'B']);
    expect((await broken).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(begun.sort()).toEqual(['a', 'a', 'b', 'b', 'broken', 'broken']);
    expect(reads.size).toBe(0);
  });
});
