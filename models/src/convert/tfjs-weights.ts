/** A weight tensor as it stands in a TensorFlow.js shard, made float32 (a net may carry small int32 constants too). */
export interface NamedTensor {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

interface WeightEntry {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: string;
  readonly quantization?: { readonly dtype: string; readonly scale: number; readonly min: number };
}

/** Looks up a tensor by name; throws if the file does not have it, so a wrong layout never passes silently. */
export type WeightLookup = (name: string) => NamedTensor;

/**
 * Reads the weights of a TensorFlow.js "weights manifest" and its one binary shard.
 * Values are float32, or uint8 with `value = byte · scale + min` (affine quantisation).
 */
export function readTfjsWeights(manifestJson: Uint8Array, shard: Uint8Array): WeightLookup {
  const groups = JSON.parse(new TextDecoder().decode(manifestJson)) as { weights: WeightEntry[] }[];
  const tensors = new Map<string, NamedTensor>();
  let offset = 0;
  for (const entry of groups.flatMap((group) => group.weights)) {
    const length = entry.shape.reduce((product, size) => product * size, 1);
    const byteLength = entry.quantization === undefined ? length * 4 : length;
    if (offset + byteLength > shard.length) throw new Error(`The weights end before ${entry.name}.`);
    const bytes = shard.subarray(offset, offset + byteLength);
    tensors.set(entry.name, { shape: entry.shape, data: decode(entry, bytes, length) });
    offset += byteLength;
  }
  if (offset !== shard.length) throw new Error(`The weights have ${shard.length - offset} bytes too many.`);
  return (name) => {
    const tensor = tensors.get(name);
    if (tensor === undefined) throw new Error(`There is no weight named ${name}.`);
    return tensor;
  };
}

function decode(entry: WeightEntry, bytes: Uint8Array, length: number): Float32Array {
  if (entry.quantization === undefined) {
    if (entry.dtype !== 'float32') throw new Error(`The weight ${entry.name} is ${entry.dtype}, not float32.`);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return Float32Array.from({ length }, (_, index) => view.getFloat32(index * 4, true));
  }
  const { dtype, scale, min } = entry.quantization;
  if (dtype !== 'uint8') throw new Error(`The weight ${entry.name} is quantised to ${dtype}, not uint8.`);
  return Float32Array.from(bytes, (byte) => byte * scale + min);
}
