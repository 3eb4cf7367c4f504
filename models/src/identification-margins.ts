/** What the lead costs and saves at one size of the gallery, as `rollcall face evaluate --all-pairs` counts it. */
export interface MarginMeasurement {
  readonly dataset: string;
  /** ISO date. */
  readonly date: string;
  /** People in the gallery, and of how many photos each template is the mean. */
  readonly gallerySize: number;
  readonly photosPerTemplate: number;
  /** The operating point that searches of this size use. */
  readonly operatingPointId: string;
  /** Searches of people who are there that brought them first, at or above the threshold. */
  readonly rightFirst: number;
  /** How many of these are AMBIGUOUS all the same, because the second person is too near. */
  readonly rightButAmbiguous: number;
}

/** How far the best person of a 1:N search must lead the second one to be named for certain, for one model. */
export interface IdentificationMargin {
  readonly modelId: string;
  /** Cosine similarity, above 0. Models spread their cosines differently, so no value holds for two of them. */
  readonly margin: number;
  /** One for each size and kind of template that was measured; empty if none was, then it is provisional. */
  readonly measurements: readonly MarginMeasurement[];
  readonly isProvisional: boolean;
  /** Where the value comes from, and what was not measured. */
  readonly source: string;
}

/** The largest share of right people, first and above the threshold, that a lead may hold back (docs/adr/0132). */
export const MAX_RIGHT_BUT_AMBIGUOUS = 0.01;

/** Throws an Error with one sentence if a margin is incomplete, impossible, there twice, or holds back more than it may. */
export function parseIdentificationMargins(json: unknown): readonly IdentificationMargin[] {
  const margins = (json as { identificationMargins?: unknown } | null)?.identificationMargins;
  if (!Array.isArray(margins)) throw new Error('The identification margins must be a list.');
  for (const margin of margins as IdentificationMargin[]) {
    const fault = faultOf(margin);
    if (fault !== undefined) throw new Error(`The identification margin of ${String(margin?.modelId)} ${fault}.`);
  }
  const ids = (margins as IdentificationMargin[]).map(({ modelId }) => modelId);
  const repeated = ids.find((id, index) => ids.indexOf(id) !== index);
  if (repeated !== undefined) throw new Error(`There are two identification margins for ${repeated}.`);
  return margins as IdentificationMargin[];
}

function faultOf(one: IdentificationMargin): string | undefined {
  if (typeof one?.modelId !== 'string' || one.modelId === '') return 'does not say its model';
  if (!(typeof one.margin === 'number' && one.margin > 0 && one.margin < 1)) return 'must lie between 0 and 1';
  if (!Array.isArray(one.measurements)) return 'needs a list of measurements';
  if (one.isProvisional !== (one.measurements.length === 0))
    return 'is provisional if it was not measured, and only then';
  for (const { rightFirst, rightButAmbiguous } of one.measurements) {
    if (!(rightFirst > 0 && rightButAmbiguous >= 0)) return 'has a measurement without counts';
    if (rightButAmbiguous > MAX_RIGHT_BUT_AMBIGUOUS * rightFirst) return 'holds back more right people than it may';
  }
  if (typeof one.source !== 'string' || one.source.length < 20) return 'does not say where it comes from';
  return undefined;
}
