import type { Employee } from '@rollcall/db';
import { describe, expect, it } from 'vitest';
import { registerAgain } from './register-again.js';

const person = (id: string, ...templateModelIds: string[]) => ({ id, templateModelIds }) as unknown as Employee;
const counted = (employeeId: string, outcomes: Readonly<Record<string, number>>) =>
  Object.entries(outcomes).map(([outcome, count]) => ({ employeeId, outcome, count }));
const scored = (employeeId: string, bin: number, count: number, outcome = 'RECORDED') => ({
  ...{ employeeId, bin, count, outcome },
  ...{ pointId: 'm/verify/1', threshold: 0.5 },
});
const NOTHING = { modelId: 'm', templates: [], counts: [], similarities: [] };

function reasonsOf(employees: readonly Employee[], material: Partial<Parameters<typeof registerAgain>[1]>) {
  return registerAgain(employees, { ...NOTHING, ...material }).map(({ employee, reasons }) => [
    employee.id,
    ...reasons,
  ]);
}

describe('somebody is to be registered again', () => {
  it('whose face was stored by another model only, and nobody without a face', () => {
    expect(reasonsOf([person('a', 'old'), person('b', 'old', 'm'), person('c')], {})).toEqual([['a', 'OTHER_MODEL']]);
  });

  it('who is surely not matched in one of five comparisons; one bad day is not enough', () => {
    const of = (outcomes: Readonly<Record<string, number>>) =>
      reasonsOf([person('a', 'm')], { counts: counted('a', outcomes) });
    expect(of({ NON_MATCH: 3, RECORDED: 2 })).toEqual([['a', 'OFTEN_NOT_MATCHED']]);
    expect(of({ NON_MATCH: 2 })).toEqual([]);
    expect(of({ NON_MATCH: 3, RECORDED: 7 })).toEqual([]);
    // A new photo mends neither the light nor the camera.
    expect(of({ LOW_QUALITY: 9, NO_FACE: 9, PRESENTATION_ATTACK: 9, RECORDED: 2 })).toEqual([]);
  });

  it('half of whose accepted comparisons are only just accepted', () => {
    const of = (...similarities: ReturnType<typeof scored>[]) => reasonsOf([person('a', 'm')], { similarities });
    expect(of(scored('a', 0, 3), scored('a', 4, 3))).toEqual([['a', 'CLOSE_TO_THRESHOLD']]);
    expect(of(scored('a', 0, 2), scored('a', 4, 3))).toEqual([]);
    expect(of(scored('a', 0, 4))).toEqual([]);
    expect(of(scored('a', -1, 9, 'NON_MATCH'), scored('a', 0, 4))).toEqual([]);
  });

  it('who has few photos, after those for whom it is more pressing', () => {
    const templates = ['a', 'b'].map((employeeId) => ({ employeeId, imageCount: 1 })) as never;
    const people = [person('a', 'm'), person('b', 'm'), person('c', 'old')];
    const counts = counted('b', { NON_MATCH: 4 });
    expect(reasonsOf(people, { templates, counts })).toEqual([
      ['c', 'OTHER_MODEL'],
      ['b', 'OFTEN_NOT_MATCHED', 'FEW_PHOTOS'],
      ['a', 'FEW_PHOTOS'],
    ]);
  });
});
