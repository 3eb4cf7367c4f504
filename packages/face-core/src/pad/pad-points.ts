/** The shipped threshold of presentation-attack detection, with what it was measured on (docs/adr/0024). */
export interface PadPoint {
  readonly modelId: string;
  /** At or above: bona fide. */
  readonly threshold: number;
  readonly isProvisional: boolean;
  readonly source: string;
}

export const padPoint: PadPoint = {
  modelId: 'pad-faceplugin',
  threshold: 0.5,
  isProvisional: true,
  source: '',
};
