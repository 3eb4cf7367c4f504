import { OnnxGraph } from '../../../../models/src/onnx/onnx-graph.js';
import { USUAL_POINTS } from '../../src/detect/landmark-net.js';

/** Input of the stand-in in pixels, and where the points of each of its faces lie, as fractions of the box. */
export const STAND_IN = { width: 320, height: 256, points: USUAL_POINTS } as const;

/** Faces are so many cells wide and high. */
const FACE_CELLS = 4;
const STRIDES = [8, 16, 32] as const;
/** Colour (in the order B, G, R of the input) that is a face in the grid of each stride. */
const CHANNEL = { 8: 2, 16: 1, 32: 0 } as const;

/**
 * A net of the shape of YuNet and of no use: a cell that is all red is a face in the grid of stride 8, all green in that of 16, all
 * blue in that of 32; box and points are the same in every cell. It takes B, G, R from 0 to 1.
 */
export function standInYunet({ isBroken = false, isShort = false } = {}): Uint8Array {
  const graph = new OnnxGraph('stand-in');
  const { width, height } = STAND_IN;
  const image = graph.input('input', [1, 3, height, width]);
  for (const stride of STRIDES) {
    const cells = (width / stride) * (height / stride);
    const weights = Float32Array.from([0, 1, 2], (channel) => (channel === CHANNEL[stride] ? 1 : -1));
    const pure = graph.node('Conv', [image, graph.floats([1, 3, 1, 1], weights)]);
    const mean = graph.node('AveragePool', [pure], {
      kernel_shape: { ints: [stride, stride] },
      strides: { ints: [stride, stride] },
    });
    const scores = graph.node('Reshape', [mean, graph.integers([1, cells, 1])]);
    const same = (value: number) => graph.floats([1, cells, 1], new Float32Array(cells).fill(value));
    const broken = (value: string) => graph.node('Div', [graph.node('Mul', [value, same(0)]), same(0)]);
    graph.output(`cls_${stride}`, isBroken ? broken(scores) : scores, [1, cells, 1]);
    const objects = isShort && stride === 32 ? graph.floats([1, 2, 1], Float32Array.of(1, 1)) : same(1);
    graph.output(`obj_${stride}`, objects, [1, isShort && stride === 32 ? 2 : cells, 1]);
    constant(graph, `bbox_${stride}`, cells, [0.5, 0.5, Math.log(FACE_CELLS), Math.log(FACE_CELLS)]);
    const points = STAND_IN.points.flat().map((share) => 0.5 + (share - 0.5) * FACE_CELLS);
    constant(graph, `kps_${stride}`, cells, points);
  }
  return graph.finish();
}

/** The same values in every cell. */
function constant(graph: OnnxGraph, name: string, cells: number, values: readonly number[]): void {
  const size = values.length;
  const all = Float32Array.from({ length: cells * size }, (_, index) => values[index % size]);
  graph.output(name, graph.floats([1, cells, size], all), [1, cells, size]);
}
