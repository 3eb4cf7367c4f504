import { expect, test } from 'vitest';
import { readOnnx } from './onnx-file.js';
import { OnnxGraph } from './onnx-graph.js';

test('nodes, attributes and constants of a model are read as they were written', () => {
  const graph = new OnnxGraph('small');
  const x = graph.input('x', [1, 2]);
  const constant = graph.floats([2, 1], Float32Array.of(1, -2.5));
  const attributes = { alpha: { float: 0.5 }, axis: { int: -1 }, pads: { ints: [1, 300] }, mode: { string: 'linear' } };
  graph.output('y', graph.node('Something', [x, constant], attributes), [1, 2]);
  const { nodes, constants, inputs, outputs } = readOnnx(graph.finish());
  expect([inputs, outputs]).toEqual([['x'], ['y']]);
  expect(constants.get(constant)).toEqual({ shape: [2, 1], data: Float32Array.of(1, -2.5) });
  expect(nodes.map(({ operator }) => operator)).toEqual(['Something', 'Identity']);
  expect(nodes[0]?.inputs).toEqual([x, constant]);
  expect(nodes[0]?.outputs).toEqual(nodes[1]?.inputs);
  expect(nodes[0]?.floats.get('alpha')).toBe(0.5);
  expect(nodes[0]?.integers.get('axis')).toEqual([-1]);
  expect(nodes[0]?.integers.get('pads')).toEqual([1, 300]);
  expect(nodes[0]?.integers.get('mode')).toEqual([]);
});

test('bytes without a graph are no model', () => {
  expect(() => readOnnx(new Uint8Array(0))).toThrow('no graph');
});
