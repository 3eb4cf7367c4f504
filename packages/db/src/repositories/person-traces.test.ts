import { describe, expect, it } from 'vitest';
import { compileModels } from '../models/index.js';
import { mongoose } from '../models/mongoose-setup.js';
import { ACCOUNT_TRACES, PERSON_TRACES } from './person-traces.js';

const models = compileModels(mongoose.createConnection());
const traced = Object.entries(PERSON_TRACES) as [keyof typeof models, (typeof PERSON_TRACES)[keyof typeof models]][];
const schemaOf = (name: keyof typeof models) => models[name].model.schema;

describe('what is erased of a person', () => {
  it('is said of every collection that names people by their id', () => {
    const naming = (Object.keys(models) as (keyof typeof models)[]).filter((name) =>
      Object.keys(schemaOf(name).paths).some((path) => /employeeId/i.test(path)),
    );
    expect(naming.length).toBeGreaterThan(10);
    expect(naming.filter((name) => PERSON_TRACES[name] === undefined)).toEqual([]);
  });

  it('includes every text that people type in those collections', () => {
    const typed = /^(reason|decisionNote|note)$/;
    for (const [name, trace] of traced) {
      const texts = Object.keys(schemaOf(name).paths).filter((path) => typed.test(path));
      const isComputed = name === 'offShiftMarks' || name === 'dayRebuilds';
      if (texts.length > 0 && !isComputed) expect([name, trace?.does]).toEqual([name, 'BLANK']);
      if (trace?.does === 'BLANK') expect(trace.texts).toEqual(expect.arrayContaining(texts));
    }
  });

  it('includes every collection that belongs to an account', () => {
    const owned = (Object.keys(models) as (keyof typeof models)[]).filter((name) => 'userId' in schemaOf(name).paths);
    expect([...ACCOUNT_TRACES].sort()).toEqual(owned.sort());
  });

  it('is found by fields that there are', () => {
    for (const [name, trace] of traced) {
      if (trace === undefined || trace.does === 'KEEP') continue;
      for (const field of trace.by) expect(Object.keys(schemaOf(name).paths)).toContain(field);
    }
  });
});
