import { InferenceSession, Tensor } from 'onnxruntime-node';
import { readModel } from '../src/resolve-model.js';

/** Opens a built model on one thread; the batch size is read from the length of what goes in. */
export async function openModel(id: string): Promise<InferenceSession> {
  return InferenceSession.create(await readModel(id), { intraOpNumThreads: 1, interOpNumThreads: 1 });
}

/** Runs a model with one float32 input of the given shape and returns the values of every output by name. */
export async function run(session: InferenceSession, data: Float32Array, shape: readonly number[]) {
  const [input = ''] = session.inputNames;
  const results = await session.run({ [input]: new Tensor('float32', data, [...shape]) });
  return Object.fromEntries(Object.entries(results).map(([name, tensor]) => [name, tensor.data as Float32Array]));
}

export function cosine(a: Float32Array, b: Float32Array): number {
  const dot = (left: Float32Array, right: Float32Array) =>
    left.reduce((sum, value, index) => sum + value * (right[index] ?? Number.NaN), 0);
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
}

export function largestDifference(found: ArrayLike<number>, expected: ArrayLike<number>): number {
  if (found.length !== expected.length) return Number.NaN;
  return Math.max(...Array.from(found, (value, index) => Math.abs(value - (expected[index] ?? Number.NaN))));
}

/** Images of one size, one after the other. */
export function batchOf(images: readonly Float32Array[]): Float32Array {
  const batch = new Float32Array(images.reduce((length, image) => length + image.length, 0));
  let offset = 0;
  for (const image of images) {
    batch.set(image, offset);
    offset += image.length;
  }
  return batch;
}
