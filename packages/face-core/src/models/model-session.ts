import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { DomainError } from '@rollcall/contracts';
import { readModel } from '@rollcall/models';
import * as ort from 'onnxruntime-node';
import type { OwnModelFile } from './own-model-file.js';

export type ModelSession = ort.InferenceSession;

export interface SessionTuning {
  /** Threads inside one run. */
  readonly threads: number;
  /** The input changes its size from run to run, so planning memory for one size is wasted. */
  readonly hasVaryingShape?: boolean;
}

/**
 * Reads the weights, compares their SHA-256 with the manifest and opens a session on exactly the bytes that were checked.
 *
 * @throws DomainError `MODEL_INTEGRITY` if the file is absent or differs
 */
export async function openModel(id: string, tuning: SessionTuning): Promise<ModelSession> {
  return openSession(await readModel(id), tuning);
}

/**
 * The same for a file of the user's own.
 *
 * @throws DomainError `MODEL_INTEGRITY` if the file is absent, has another SHA-256 or is no model with one input
 */
export async function openOwnModel({ path, sha256 }: OwnModelFile, tuning: SessionTuning): Promise<ModelSession> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new DomainError('MODEL_INTEGRITY', { internal: `the model file ${path} cannot be read`, cause });
  });
  if (createHash('sha256').update(bytes).digest('hex') !== sha256)
    throw new DomainError('MODEL_INTEGRITY', { internal: `the model file ${path} has another SHA-256 than its entry` });
  try {
    return await openSession(bytes, tuning);
  } catch (cause) {
    throw new DomainError('MODEL_INTEGRITY', { internal: `the file ${path} is no ONNX model that can be run`, cause });
  }
}

function openSession(bytes: Uint8Array, { threads, hasVaryingShape = false }: SessionTuning): Promise<ModelSession> {
  return ort.InferenceSession.create(bytes, {
    executionProviders: ['cpu'],
    executionMode: 'sequential',
    graphOptimizationLevel: 'all',
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    enableMemPattern: !hasVaryingShape,
    logSeverityLevel: 3,
    // A waiting thread must not spin: the other processes of the pool need the core.
    extra: { session: { intra_op: { allow_spinning: '0' }, inter_op: { allow_spinning: '0' } } },
  });
}
