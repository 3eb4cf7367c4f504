import type { mongoose } from '@typegoose/typegoose';

export const FACE_RECOGNITION = 'FACE_RECOGNITION';

/** The templates made under the consent that is in force now. */
const usableTemplates: mongoose.PipelineStage.Lookup = {
  $lookup: {
    from: 'faceTemplates',
    localField: '_id',
    foreignField: 'employeeId',
    let: { consentIds: '$consents._id' },
    pipeline: [{ $match: { $expr: { $in: ['$consentId', '$$consentIds'] } } }],
    as: 'templates',
  },
};

/** Employee, consent in force and its templates in one query. Uses employee_number or _id, consent_in_force, template_of_employee. */
export function subjectPipeline(match: Record<string, string>): mongoose.PipelineStage[] {
  return [
    { $match: match },
    { $limit: 1 },
    {
      $lookup: {
        from: 'consents',
        localField: '_id',
        foreignField: 'employeeId',
        pipeline: [{ $match: { purpose: FACE_RECOGNITION, isInForce: true } }],
        as: 'consents',
      },
    },
    usableTemplates,
  ];
}

/** Templates of a model whose consent is in force and whose person works here. Uses template_by_model and ids. */
export function galleryPipeline(
  modelId: string,
  siteIds?: readonly string[],
  templateIds?: readonly string[],
): mongoose.PipelineStage[] {
  const site = siteIds === undefined ? {} : { siteId: { $in: [...siteIds] } };
  return [
    { $match: { modelId, ...(templateIds && { _id: { $in: [...templateIds] } }) } },
    { $sort: { modelId: 1, _id: 1 } },
    {
      $lookup: {
        from: 'consents',
        localField: 'consentId',
        foreignField: '_id',
        pipeline: [{ $match: { purpose: FACE_RECOGNITION, isInForce: true } }, { $project: { employeeId: 1 } }],
        as: 'consent',
      },
    },
    { $match: { $expr: { $in: ['$employeeId', '$consent.employeeId'] } } },
    {
      $lookup: {
        from: 'employees',
        localField: 'employeeId',
        foreignField: '_id',
        pipeline: [{ $match: { status: 'ACTIVE', ...site } }, { $project: { _id: 1 } }],
        as: 'employee',
      },
    },
    { $match: { 'employee.0': { $exists: true } } },
    { $project: { consent: 0, employee: 0 } },
  ];
}
