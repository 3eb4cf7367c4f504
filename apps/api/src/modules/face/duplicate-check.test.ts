import { MODEL_PACKS, operatingPointOf } from '@rollcall/face-core';
import { identificationMargins, type OperatingPointKind } from '@rollcall/models';
import { expect, it } from 'vitest';
import { DuplicateCheck, duplicatePoint } from './duplicate-check.js';

const verify = operatingPointOf('mobilefacenet-192', 'VERIFY');
const duplicate = operatingPointOf('mobilefacenet-192', 'DUPLICATE');

it.each([
  [0, verify],
  [100, verify],
  [101, duplicate],
  [1_000, duplicate],
  [50_000, duplicate],
])('among %i people the shipped point for that many is used', (peopleCount, point) => {
  expect(duplicatePoint(verify, duplicate, peopleCount)).toBe(point);
});

it.each(Object.values(MODEL_PACKS).map(({ modelId }) => modelId))(
  '%s can call two faces very much alike',
  (modelId) => {
    const margin = identificationMargins.find((one) => one.modelId === modelId);
    const engine = {
      operatingPoint: (kind: OperatingPointKind) => operatingPointOf(modelId, kind),
      identificationMargin: margin,
    };
    const check = new DuplicateCheck({} as never, engine as never);
    const { threshold } = engine.operatingPoint('DUPLICATE');
    const likenessAt = (similarity: number) => check.likenessOf({ employeeId: 'e', similarity });
    expect(likenessAt(threshold)).toBe('ALIKE');
    expect(likenessAt((threshold + 1) / 2)).toBe('VERY_ALIKE');
    expect(likenessAt(1)).toBe('VERY_ALIKE');
  },
);
