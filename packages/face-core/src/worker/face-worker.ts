import { assertNever } from '@rollcall/contracts';
import type { Embedding } from '../embed/embedding.js';
import type { CaptureResult } from '../pipeline/capture.js';
import { FacePipeline, type FrameResult } from '../pipeline/face-pipeline.js';
import type {
  FromWorker,
  ToWorker,
  WireAnswer,
  WireCapture,
  WireEmbedding,
  WireFrame,
  WorkerJob,
  WorkerSettings,
} from './protocol.js';
import { toWireFailure } from './wire-failure.js';

/** Entry of a child process: loads the models once, then answers one job after another. */
let pipeline: FacePipeline | undefined;

process.on('message', (message: ToWorker) => {
  switch (message.kind) {
    case 'START':
      start(message.settings).then(send);
      break;
    case 'JOB':
      answer(message.job).then((answer) => send({ kind: 'ANSWER', answer }));
      break;
  }
});

// The channel closes when the parent closes it or dies, however it dies. A run inside a native library cannot be
// unwound, so the process ends without cleaning up: it owns nothing that outlives it.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
// Ctrl-C reaches the whole group; the parent decides when its children end.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => {});

async function start(settings: WorkerSettings): Promise<FromWorker> {
  try {
    pipeline = await FacePipeline.create(settings);
    await pipeline.warmUp();
    return { kind: 'STARTED' };
  } catch (error) {
    return { kind: 'START_FAILED', failure: toWireFailure(error) };
  }
}

async function answer(job: WorkerJob): Promise<WireAnswer> {
  try {
    if (pipeline === undefined) throw new Error('A job came before the start.');
    switch (job.kind) {
      case 'CAPTURE':
        return { ok: true, value: captureToWire(await pipeline.capture(job.image, job.options)) };
      case 'OBSERVE':
        return { ok: true, value: frameToWire(await pipeline.observe(job.image)) };
      default:
        return assertNever(job);
    }
  } catch (error) {
    return toWireFailure(error);
  }
}

function captureToWire(result: CaptureResult): WireCapture {
  return result.outcome === 'CAPTURED' ? { ...result, embedding: embeddingToWire(result.embedding) } : result;
}

function frameToWire(result: FrameResult): WireFrame {
  if (result.outcome !== 'OBSERVED') return result;
  const { observation, pad } = result;
  return {
    outcome: 'OBSERVED',
    observation: { ...observation, embedding: embeddingToWire(observation.embedding) },
    pad,
  };
}

function embeddingToWire({ modelId, vector, rawNorm = 1 }: Embedding): WireEmbedding {
  return { modelId, vector, rawNorm };
}

function send(message: FromWorker): void {
  // The channel may close meanwhile; the event for that ends the process.
  process.send?.(message, undefined, undefined, () => {});
}
