/** What a peer process writes as the last line of its standard output. */
export interface PeerAnswer {
  readonly version: string;
  /** One a photo: from the file to the descriptor of its largest face. */
  readonly milliseconds: readonly number[];
  readonly facesFound: number;
}

/** Reads the last line of a peer's output. @throws Error if it is no answer */
export function parsePeerAnswer(output: string): PeerAnswer {
  const answer: Partial<PeerAnswer> = JSON.parse(output.trimEnd().split('\n').at(-1) ?? '');
  const { version, milliseconds, facesFound } = answer;
  if (typeof version !== 'string' || !Array.isArray(milliseconds) || typeof facesFound !== 'number')
    throw new Error('The peer gave no answer that can be read.');
  return { version, milliseconds, facesFound };
}
