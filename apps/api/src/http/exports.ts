import { DomainError } from '@rollcall/contracts';
import type { RequestHandler } from 'express';
import type { ExportService } from '../modules/export/export.service.js';
import { sendError } from './http-error.js';

/** `GET /exports/:token`: sends the file as it is made. The token is the right to it, and is used up by it. */
export function sendExport(exports: ExportService): RequestHandler<{ token: string }> {
  return async (request, response, next) => {
    try {
      const file = await exports.take(request.params.token);
      if (file === null) return sendError(response, new DomainError('NOT_FOUND'));
      response.setHeader('content-type', file.mediaType);
      response.setHeader('content-disposition', `attachment; filename="${file.fileName}"`);
      response.setHeader('cache-control', 'no-store');
      await file.write(response);
    } catch (error) {
      // A reader who went away is no fault; a file that broke off must not look whole.
      if (request.destroyed || response.headersSent) response.destroy();
      else next(error);
    }
  };
}
