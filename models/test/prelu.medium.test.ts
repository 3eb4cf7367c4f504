import { InferenceSession } from 'onnxruntime-node';
import { expect, test } from 'vitest';
import { convolutionPrelu } from '../src/convert/convolution-prelu.js';
import { OnnxGraph } from '../src/onnx/onnx-graph.js';
import { largestDifference, run } from './session.js';

const WEIGHTS = [2, -3, 0.5];
const BIASES = [1, 0.25, -2];
const PIXELS = Float32Array.of(-4, -1, -0.125, 0, 0.5, 3);

/** A 1×1 convolution from one channel to three, and its PReLU. */
async function activate(slopes: readonly number[]): Promise<Float32Array | undefined> {
  const graph = new OnnxGraph('prelu');
  const kernel = { shape: [3, 1, 1, 1], weights: Float32Array.from(WEIGHTS), bias: Float32Array.from(BIASES) } as const;
  const x = graph.input('x', [1, 1, 1, PIXELS.length]);
  graph.output('y', convolutionPrelu(graph, x, kernel, Float32Array.from(slopes)), [1, 3, 1, PIXELS.length]);
  const session = await InferenceSession.create(graph.finish());
  return (await run(session, PIXELS, [1, 1, 1, PIXELS.length])).y;
}

test.each([
  ['small, negative and no slopes', [0.25, -1.5, 0]],
  ['slopes up to the last that is made part of the kernel', [0.9, 0.5, -0.1]],
  ['slopes of 1 and above', [1, 1.25, 0.3]],
])('convolution and PReLU together give max(y, 0) + slope · min(y, 0): %s', async (_, slopes) => {
  const expected = slopes.flatMap((slope, channel) =>
    [...PIXELS].map((pixel) => {
      const y = pixel * (WEIGHTS[channel] ?? 0) + (BIASES[channel] ?? 0);
      return Math.max(y, 0) + slope * Math.min(y, 0);
    }),
  );
  expect(largestDifference((await activate(slopes)) ?? [], expected)).toBeLessThan(1e-5);
});
