import type { IdentificationMargin } from './identification-margins.js';
import type { EvaluationReport } from './measured-points.js';

/**
 * The lead of a model with the counts of its evaluation, which was made with that lead and at the points that ship. The value
 * itself is chosen by people (docs/adr/0132).
 *
 * @param pointIds the points that will ship beside it
 * @throws Error if the report was made with another lead or at other points: evaluate again
 */
export function measuredMargin(
  { date, dataset, engine, identification }: EvaluationReport,
  former: IdentificationMargin,
  pointIds: readonly string[],
): IdentificationMargin {
  const measurements = identification.flatMap(({ margin, gallerySize, photosPerTemplate, points }) => {
    if (margin !== former.margin) throw new Error(`The report of ${engine.modelId} was made with a lead of ${margin}.`);
    return points.flatMap(({ operatingPointId, rightButAmbiguous: { count, n } }) => {
      if (operatingPointId === null) return [];
      if (!pointIds.includes(operatingPointId)) throw new Error(`${operatingPointId} does not ship: evaluate again.`);
      const counts = { rightFirst: n, rightButAmbiguous: count };
      return [{ dataset: dataset.name, date, gallerySize, photosPerTemplate, operatingPointId, ...counts }];
    });
  });
  if (measurements.length === 0) throw new Error(`The report of ${engine.modelId} has no searches at a shipped point.`);
  return { ...former, measurements, isProvisional: false };
}
