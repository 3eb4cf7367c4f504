import type { OwnModelFile } from './own-model-file.js';

/** How a net wants its pixels: `(value - mean) · scale` for each channel, in its own order. */
export interface NetInput {
  readonly layout: 'NCHW' | 'NHWC';
  readonly channelOrder: 'RGB' | 'BGR';
  /** Of each channel in `channelOrder`. */
  readonly mean: readonly number[];
  readonly scale: readonly number[];
}

/** An embedding net of the user's own and how it is fed. */
export interface OwnNet extends OwnModelFile {
  readonly dimensions: number;
  readonly input: NetInput;
}

/**
 * Planes R, G, B with values 0–255 as a net wants them.
 *
 * @param pixels is filled and returned; as long as `planes`. Default: a new array
 */
export function toNetInput(
  planes: Float32Array,
  { layout, channelOrder, mean, scale }: NetInput,
  pixels: Float32Array = new Float32Array(planes.length),
): Float32Array {
  const plane = planes.length / 3;
  for (let channel = 0; channel < 3; channel += 1) {
    const from = (channelOrder === 'RGB' ? channel : 2 - channel) * plane;
    const [start, step] = layout === 'NCHW' ? [channel * plane, 1] : [channel, 3];
    for (let i = 0; i < plane; i += 1) pixels[start + i * step] = (planes[from + i] - mean[channel]) * scale[channel];
  }
  return pixels;
}
