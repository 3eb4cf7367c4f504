import type { Kernel } from './layers.js';

/** onnxruntime keeps maps in blocks of 16 channels with AVX-512, 8 with AVX2 or on ARM (4 there in some versions). */
const BLOCK = 16;

/** The next count of channels that fills whole blocks. */
export function widenedChannels(channels: number): number {
  return Math.ceil(channels / BLOCK) * BLOCK;
}

/** The kernel for maps with more channels: what is added takes nothing from the input and gives zero. */
export function widenKernel(kernel: Kernel, outputs: number, inputs: number): Kernel {
  const [oldOutputs, oldInputs, height, width] = kernel.shape;
  const area = height * width;
  const weights = new Float32Array(outputs * inputs * area);
  for (let output = 0; output < oldOutputs; output += 1) {
    const from = output * oldInputs * area;
    weights.set(kernel.weights.subarray(from, from + oldInputs * area), output * inputs * area);
  }
  return { shape: [outputs, inputs, height, width], weights, bias: widenValues(kernel.bias, outputs) };
}

/** One value a channel, zero for the channels that are added. */
export function widenValues(values: Float32Array, channels: number): Float32Array {
  const widened = new Float32Array(channels);
  widened.set(values);
  return widened;
}
