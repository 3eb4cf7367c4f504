import { describe, expect, it } from 'vitest';
import type { SingleShotSpec } from './single-shot-specs.js';
import { readYunet, YUNET_STRIDES } from './yunet-output.js';

const spec: SingleShotSpec = {
  ...{ modelId: 'own', width: 128, height: 64, minFaceShare: 1 / 8 },
  ...{ minScore: 0.6, certainScore: 0.9 },
};
const whole = { x: 0, y: 0, width: 128, height: 64 };

/** Outputs that show nobody, but for what `change` writes into them. */
function outputs(change: (values: Map<string, Float32Array>) => void = () => {}) {
  const values = new Map<string, Float32Array>();
  for (const stride of YUNET_STRIDES) {
    const cells = (spec.width / stride) * (spec.height / stride);
    for (const [part, size] of [
      ['cls', 1],
      ['obj', 1],
      ['bbox', 4],
      ['kps', 10],
    ] as const)
      values.set(`${part}_${stride}`, new Float32Array(cells * size));
  }
  change(values);
  return (name: string) => values.get(name) ?? new Float32Array(0);
}

/** A face in one cell of the grid of one stride: scores 0.81 and 1, three by four cells large, a point a fifth of a cell further each. */
const faceIn = (stride: number, cell: number) => (values: Map<string, Float32Array>) => {
  values.get(`cls_${stride}`)?.set([0.81], cell);
  values.get(`obj_${stride}`)?.set([1], cell);
  values.get(`bbox_${stride}`)?.set([0.5, 0.25, Math.log(3), Math.log(4)], cell * 4);
  const points = [0, 1, 2, 3, 4].flatMap((index) => [index / 5, -index / 5]);
  values.get(`kps_${stride}`)?.set(points, cell * 10);
};

describe('readYunet', () => {
  it.each(YUNET_STRIDES)(
    'places a face in the second row of the grid of stride %i, with its points in their order',
    (stride) => {
      const columns = spec.width / stride;
      const [face, ...others] = readYunet(outputs(faceIn(stride, columns + 2)), spec, whole);
      expect(others).toEqual([]);
      expect(face.score).toBeCloseTo(0.9, 6);
      expect(face.left).toBeCloseTo((2.5 - 1.5) * stride, 4);
      expect(face.right).toBeCloseTo((2.5 + 1.5) * stride, 4);
      expect(face.top).toBeCloseTo((1.25 - 2) * stride, 4);
      expect(face.bottom).toBeCloseTo((1.25 + 2) * stride, 4);
      face.landmarks?.forEach(([x, y], index) => {
        expect(x).toBeCloseTo((2 + index / 5) * stride, 4);
        expect(y).toBeCloseTo((1 - index / 5) * stride, 4);
      });
    },
  );

  it('tells places in pixels of the image, whatever part of it the net looked at', () => {
    const window = { x: 1_000, y: -50, width: 256, height: 256 };
    const [face] = readYunet(outputs(faceIn(8, 0)), spec, window);
    expect([face.left, face.right]).toEqual([expect.closeTo(1_000 - 16, 3), expect.closeTo(1_000 + 32, 3)]);
    expect([face.top, face.bottom]).toEqual([expect.closeTo(-50 - 56, 3), expect.closeTo(-50 + 72, 3)]);
    expect(face.landmarks?.[4]).toEqual([expect.closeTo(1_000 + 12.8, 3), expect.closeTo(-50 - 25.6, 3)]);
  });

  it('holds each score within 0 and 1 before they are multiplied, and drops what is below the least score', () => {
    const scores = (cls: number, obj: number) =>
      readYunet(
        outputs((values) => {
          values.get('cls_32')?.set([cls]);
          values.get('obj_32')?.set([obj]);
        }),
        spec,
        whole,
      ).map(({ score }) => score);
    expect(scores(7, 0.49)).toEqual([expect.closeTo(0.7, 6)]);
    expect(scores(-3, -3)).toEqual([]);
    expect(scores(0.5, 0.71)).toEqual([]);
  });

  it('goes on with the 512 best of a net that sees faces everywhere', () => {
    const large = { ...spec, width: 512, height: 256 };
    const everywhere = (name: string) => {
      const cells = (512 / Number(name.split('_')[1])) * (256 / Number(name.split('_')[1]));
      if (name.startsWith('bbox')) return new Float32Array(cells * 4);
      if (name.startsWith('kps')) return new Float32Array(cells * 10);
      return Float32Array.from({ length: cells }, (_, cell) => (name === 'cls_8' && cell === 2_000 ? 1 : 0.8));
    };
    const found = readYunet(everywhere, large, whole);
    expect(found).toHaveLength(512);
    expect(found[0].score).toBeCloseTo(Math.sqrt(0.8), 6);
  });

  it('refuses an output of another length in a sentence that names it', () => {
    const short = outputs((values) => values.set('kps_16', new Float32Array(12)));
    expect(() => readYunet(short, spec, whole)).toThrow(
      expect.objectContaining({
        code: 'MODEL_INTEGRITY',
        internal: 'the detector own gave 12 values in kps_16, not 320',
      }),
    );
  });

  it.each([500, -5_000])('refuses a box whose size is beyond numbers (logarithm %i)', (logarithm) => {
    const boundless = outputs((values) => {
      faceIn(8, 3)(values);
      values.get('bbox_8')?.set([logarithm * 2, logarithm * 2], 3 * 4 + 2);
    });
    expect(() => readYunet(boundless, spec, whole)).toThrow(
      expect.objectContaining({ code: 'MODEL_INTEGRITY', internal: 'the detector own gave a box without a size' }),
    );
  });
});
