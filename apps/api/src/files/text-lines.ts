/** Longer than any honest line; what goes beyond is cut off, so that a file without line breaks cannot fill the memory. */
export const MAX_LINE_LENGTH = 32_768;

export interface TextLine {
  /** From 1. */
  readonly line: number;
  readonly text: string;
}

/** Cuts text into lines at LF, CR LF or CR. The last one needs no line break. */
export async function* linesOf(parts: AsyncIterable<string>): AsyncGenerator<TextLine> {
  let line = 1;
  let rest = '';
  for await (const part of parts) {
    const all = rest + part;
    // A CR at the very end may be half of a CR LF.
    const end = all.endsWith('\r') ? all.length - 1 : all.length;
    const pieces = all.slice(0, end).split(/\r\n|\n|\r/);
    rest = (pieces.pop() ?? '').slice(0, MAX_LINE_LENGTH) + all.slice(end);
    for (const text of pieces) {
      yield { line, text: text.slice(0, MAX_LINE_LENGTH) };
      line += 1;
    }
  }
  const last = rest.replace(/\r$/, '');
  if (last !== '') yield { line, text: last.slice(0, MAX_LINE_LENGTH) };
}
