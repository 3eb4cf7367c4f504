import { pipeline } from 'node:stream/promises';
import { DomainError } from '@rollcall/contracts';
import { type RequestHandler, Router } from 'express';
import { requireSecondFactor } from '../access/access-rule.js';
import type { JobFileKind, JobService } from '../modules/job/job.service.js';
import type { UploadService } from '../modules/upload/upload.service.js';
import { bodyDeadline } from './body-deadline.js';
import { requestContextOf } from './request-context.js';
import type { TimeLimits } from './time-limits.js';

export interface FileRoutesOptions {
  readonly uploads: UploadService;
  readonly jobs: JobService;
  /** Finds out who asks; downloads need it, an upload has its token. */
  readonly identify: RequestHandler;
  readonly timeLimits: TimeLimits;
}

const KINDS: Readonly<Record<string, JobFileKind>> = { errors: 'ERRORS', result: 'RESULT' };

/** `PUT /uploads/:token` and `GET /exports/jobs/:id/errors`, `GET /exports/jobs/:id/result`: bytes as they are, never all in memory. */
export function fileRoutes({ uploads, jobs, identify, timeLimits }: FileRoutesOptions): Router {
  const router = Router();
  const { uploadMs: wholeMs, silenceMs } = timeLimits;
  router.put('/uploads/:token', bodyDeadline({ wholeMs, silenceMs }), (request, response, next) => {
    const { token = '' } = request.params as Record<string, string>;
    uploads.receive(token, request).then(
      ({ id, byteLength, sha256 }) => void response.status(201).json({ uploadId: id, byteLength, sha256 }),
      (error: unknown) => {
        // What is left of a refused body is not worth reading.
        if (!response.headersSent) response.setHeader('connection', 'close');
        next(error);
      },
    );
  });
  router.get('/exports/jobs/:id/:file', identify, (request, response, next) => {
    const { id, file } = request.params as Record<string, string>;
    send(id ?? '', KINDS[file ?? ''], response).catch(next);
  });
  return router;

  async function send(id: string, kind: JobFileKind | undefined, response: Parameters<RequestHandler>[1]) {
    const { actor } = requestContextOf(response);
    if (actor === null) throw new DomainError('UNAUTHENTICATED');
    requireSecondFactor(actor);
    if (kind === undefined) throw new DomainError('NOT_FOUND');
    const { blob, bytes } = await jobs.openFile(actor, id, kind);
    response.setHeader('content-type', blob.mediaType);
    response.setHeader('content-length', String(blob.byteLength));
    response.setHeader('content-disposition', `attachment; filename="${blob.fileName.replace(/[^\w.-]/g, '_')}"`);
    response.setHeader('cache-control', 'no-store');
    await pipeline(bytes, response);
  }
}
