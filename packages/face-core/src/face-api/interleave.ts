/** Planes R, G, B → pixels [row, column, channel], the order of TensorFlow. */
export function interleave(planes: Float32Array): Float32Array {
  const plane = planes.length / 3;
  const pixels = new Float32Array(planes.length);
  for (let i = 0; i < plane; i += 1) {
    pixels[3 * i] = planes[i];
    pixels[3 * i + 1] = planes[plane + i];
    pixels[3 * i + 2] = planes[2 * plane + i];
  }
  return pixels;
}
