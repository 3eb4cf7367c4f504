/** How long things may take, in milliseconds. Chosen, not measured; docs/adr/0151 says by what. */
export interface TimeLimits {
  /** From the first byte of a connection, or of its next request, to the end of the headers. */
  readonly headersMs: number;
  /** How often connections whose headers are late are looked for. */
  readonly checkMs: number;
  /** The body of a sign-in. */
  readonly authBodyMs: number;
  /** The body of a GraphQL request; photos come in it. */
  readonly bodyMs: number;
  /** A file for an import. */
  readonly uploadMs: number;
  /** Nothing at all comes while a body is awaited. */
  readonly silenceMs: number;
  /** Nothing of a file is taken by who downloads it. */
  readonly unreadMs: number;
  /** A query; after this its reads end. */
  readonly queryMs: number;
  /** A mutation, or what is asked of the whole audit log: longer than the database lets a transaction live. */
  readonly mutationMs: number;
  /** What has not ended that long after its time is answered all the same; its outcome is not known then. */
  readonly graceMs: number;
}

export const TIME_LIMITS: TimeLimits = {
  headersMs: 15_000,
  checkMs: 5_000,
  authBodyMs: 15_000,
  bodyMs: 120_000,
  uploadMs: 15 * 60_000,
  silenceMs: 30_000,
  unreadMs: 120_000,
  queryMs: 60_000,
  mutationMs: 90_000,
  graceMs: 15_000,
};
