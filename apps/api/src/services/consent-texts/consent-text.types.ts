/** One text in one language, as people see it. */
export interface ConsentText {
  readonly purpose: string;
  readonly body: string;
}

/** By version. Every text that was ever shown stays unchanged: records name its version, its language and its hash. */
export type ConsentTexts = Readonly<Record<'1' | '2', ConsentText>>;
