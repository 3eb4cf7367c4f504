/** A failure to provide MongoDB. The message is one sentence that says what to do; it is shown to the operator as it is. */
export class EmbeddedMongoError extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'EmbeddedMongoError';
  }
}
