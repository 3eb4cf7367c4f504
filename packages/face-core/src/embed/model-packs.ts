import { ARCFACE_112, type ChipTemplate, DLIB_150 } from '../align/chip-templates.js';
import type { NormRange } from '../quality/recognition-quality.js';

export const PACK_IDS = ['mobilefacenet-192', 'faceapi-128', 'fusion'] as const;
export type PackId = (typeof PACK_IDS)[number];

/** One embedding net with the alignment it was trained on. */
export interface PackNet {
  /** Id in the manifest of the models. */
  readonly modelId: string;
  readonly dimensions: number;
  readonly template: ChipTemplate;
}

/**
 * What turns a face into an embedding: one net, or several whose unit vectors are put one behind the other and scaled by
 * 1/√n. The cosine of two such vectors is the mean of the nets' cosines, so templates, gallery and comparison need not know.
 */
export interface ModelPack {
  readonly id: PackId;
  /** Name of the vectors it makes; part of every template and every decision. */
  readonly modelId: string;
  readonly nets: readonly [PackNet, ...PackNet[]];
  /**
   * Raw lengths of the first net's output that stand for the poorest and the best faces of LFW; null where the length says
   * nothing (docs/adr/0071).
   */
  readonly normRange: NormRange | null;
}

const MOBILEFACENET_192: PackNet = { modelId: 'mobilefacenet-192', dimensions: 192, template: ARCFACE_112 };
const FACEAPI_128: PackNet = { modelId: 'faceapi-128', dimensions: 128, template: DLIB_150 };
const FACEPLUGIN_512: PackNet = { modelId: 'faceplugin-512', dimensions: 512, template: ARCFACE_112 };

export const MODEL_PACKS: Readonly<Record<PackId, ModelPack>> = {
  'mobilefacenet-192': {
    id: 'mobilefacenet-192',
    modelId: 'mobilefacenet-192',
    nets: [MOBILEFACENET_192],
    normRange: { poor: 45, good: 90 },
  },
  'faceapi-128': { id: 'faceapi-128', modelId: 'faceapi-128', nets: [FACEAPI_128], normRange: null },
  fusion: {
    id: 'fusion',
    modelId: 'fusion-704',
    nets: [MOBILEFACENET_192, FACEPLUGIN_512],
    normRange: { poor: 45, good: 90 },
  },
};

/** Length of the pack's vectors. */
export function packDimensions({ nets }: ModelPack): number {
  return nets.reduce((sum, { dimensions }) => sum + dimensions, 0);
}
