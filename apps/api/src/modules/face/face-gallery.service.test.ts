import { operatingPointOf } from '@rollcall/face-core';
import type { OperatingPointKind } from '@rollcall/models';
import { expect, it } from 'vitest';
import { searchPoint } from './face-gallery.service.js';

const engine = { operatingPoint: (kind: OperatingPointKind) => operatingPointOf('mobilefacenet-192', kind) };

it.each([
  [0, 'VERIFY', true],
  [100, 'VERIFY', true],
  [101, 'IDENTIFY', true],
  [1_000, 'IDENTIFY', true],
  [1_001, 'IDENTIFY', false],
] as const)('among %i faces the point is %s, and that names people: %s', (templateCount, kind, isSafe) => {
  expect(searchPoint(engine, templateCount)).toEqual({ point: engine.operatingPoint(kind), isSafe });
});
