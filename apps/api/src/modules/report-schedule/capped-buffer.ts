import { Writable } from 'node:stream';

/** Keeps what is written, up to a number of bytes; more of it destroys the stream with FileTooLargeError. */
export class CappedBuffer extends Writable {
  private readonly parts: Buffer[] = [];
  private byteLength = 0;

  constructor(private readonly maxBytes: number) {
    super();
  }

  override _write(part: Buffer, _encoding: BufferEncoding, done: (error?: Error) => void): void {
    this.byteLength += part.length;
    if (this.byteLength > this.maxBytes) {
      done(new FileTooLargeError());
      return;
    }
    this.parts.push(part);
    done();
  }

  bytes(): Buffer {
    return Buffer.concat(this.parts);
  }
}

export class FileTooLargeError extends Error {
  override readonly name = 'FileTooLargeError';
}
