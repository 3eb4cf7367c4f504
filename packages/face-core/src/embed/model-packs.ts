import { ARCFACE_112, type ChipTemplate, DLIB_150 } from '../align/chip-templates.js';
import type { OwnNet } from '../models/net-input.js';
import type { NormRange } from '../quality/recognition-quality.js';

export const PACK_IDS = ['mobilefacenet-192', 'faceapi-128', 'fusion'] as const;
export type PackId = (typeof PACK_IDS)[number];

/** One embedding net, or several on one chip, with the alignment they were trained on. */
export interface ModelPack {
  readonly id: string;
  /** What made an embedding; part of every template and every decision. */
  readonly modelId: string;
  /** Ids in the manifest of the models; their embeddings, each of unit length, are joined to one in this order. */
  readonly netIds: readonly string[];
  readonly dimensions: number;
  readonly template: ChipTemplate;
  /** Raw lengths that stand for the poorest and the best faces of LFW; null where the length says nothing (docs/adr/0071). */
  readonly normRange: NormRange | null;
  /** The net of a pack that is the user's own; absent in a shipped one. */
  readonly own?: OwnNet;
}

export const MODEL_PACKS: Readonly<Record<PackId, ModelPack>> = {
  'mobilefacenet-192': {
    id: 'mobilefacenet-192',
    modelId: 'mobilefacenet-192',
    netIds: ['mobilefacenet-192'],
    dimensions: 192,
    template: ARCFACE_112,
    normRange: { poor: 45, good: 90 },
  },
  'faceapi-128': {
    id: 'faceapi-128',
    modelId: 'faceapi-128',
    netIds: ['faceapi-128'],
    dimensions: 128,
    template: DLIB_150,
    normRange: null,
  },
  // The cosine of joined vectors is the mean of both cosines (docs/adr/0077).
  fusion: {
    id: 'fusion',
    modelId: 'fusion-192-512',
    netIds: ['mobilefacenet-192', 'faceplugin-512'],
    dimensions: 704,
    template: ARCFACE_112,
    normRange: { poor: 45, good: 90 },
  },
};
