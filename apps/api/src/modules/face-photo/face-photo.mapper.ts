import type { ReadablePhoto } from '@rollcall/db';
import type { AttemptPhoto } from './face-photo.types.js';

export const toAttemptPhoto = ({ id, kind, jpeg, widthPx, heightPx, createdAt }: ReadablePhoto): AttemptPhoto => ({
  ...{ attemptId: id, kind, widthPx, heightPx, createdAt },
  base64: jpeg.toString('base64'),
});
