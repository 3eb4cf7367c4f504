import { expect, test } from 'vitest';
import { OnnxGraph } from './onnx-graph.js';

function build(): Uint8Array {
  const graph = new OnnxGraph('small');
  const x = graph.input('x', ['N', 2]);
  const sum = graph.node('Add', [x, graph.floats([2], Float32Array.of(1, -2))]);
  graph.output('y', graph.node('LeakyRelu', [sum], { alpha: { float: 0.5 } }), ['N', 2]);
  return graph.finish();
}

test('the same calls give the same bytes', () => {
  expect(build()).toEqual(build());
});

test('a constant whose values do not fill its shape is refused', () => {
  expect(() => new OnnxGraph('small').floats([2, 3], new Float32Array(5))).toThrow('needs 6 values, not 5');
});
