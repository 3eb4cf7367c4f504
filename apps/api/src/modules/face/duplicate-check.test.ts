import { operatingPointOf } from '@rollcall/face-core';
import { expect, it } from 'vitest';
import { duplicatePoint } from './duplicate-check.js';

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
