import type { FaceLandmarks } from '../detect/face-detection.js';
import type { ImageLevels } from '../image/image-levels.js';
import { sampleAffine } from '../image/sample-affine.js';
import type { ChipTemplate } from './chip-templates.js';
import { similarityTransform } from './similarity-transform.js';

/** A face turned upright and scaled to a template: planes R, G, B with values 0–255. */
export interface FaceChip {
  readonly sizePx: number;
  readonly planes: Float32Array;
}

/** Cuts the face out so that its five points come to lie on those of the template. */
export function alignFace(levels: ImageLevels, landmarks: FaceLandmarks, template: ChipTemplate): FaceChip {
  const { sizePx, points } = template;
  const planes = new Float32Array(3 * sizePx * sizePx);
  sampleAffine(levels, similarityTransform(points, landmarks), sizePx, sizePx, planes);
  return { sizePx, planes };
}
