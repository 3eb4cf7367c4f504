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
  source:
    '34 genuine and 36 attack frames (print, phone, tablet, monitor) of only 14 sources: 35 of 36 attacks and 2 of 34 genuine frames fall ' +
    'below. Of 2,725 news photos of real faces 9.1 % fall below. A smoke test, not an error rate of ISO/IEC 30107-3.',
};
