import { figuresOf } from '../entities/day-record.js';
import type { Migration } from './migration.js';

const AT_ONCE = 1_000;

type Rewrite = { updateOne: { filter: { _id: unknown }; update: { $set: { detail: string; figures: string } } } };

/**
 * Verdicts were documents within the record; now they are text beside the figures of it (ADR 0100). They are written over and
 * not judged anew, so that finalised days keep the verdict they were signed off with. An index whose work another one does is
 * taken away.
 */
export const verdictsAsText: Migration = {
  version: 3,
  name: 'verdicts as text',
  async run({ models }) {
    const { collection } = models.dayRecords.model;
    const indexes = await collection.indexes();
    if (indexes.some(({ name }) => name === 'day_of_employee')) await collection.dropIndex('day_of_employee');
    let batch: Rewrite[] = [];
    const flush = async () => {
      if (batch.length > 0) await collection.bulkWrite(batch as never[], { ordered: false });
      batch = [];
    };
    const former = collection.find({ detail: { $type: 'object' } }, { projection: { detail: 1 } });
    for await (const { _id, detail } of former) {
      const $set = { detail: JSON.stringify(detail), figures: figuresOf(detail) };
      batch.push({ updateOne: { filter: { _id }, update: { $set } } });
      if (batch.length === AT_ONCE) await flush();
    }
    await flush();
  },
};
