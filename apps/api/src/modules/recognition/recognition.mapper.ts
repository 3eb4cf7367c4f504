import type { QualityReasonValue } from '../../graphql/enums.js';
import { orNull } from '../../graphql/or-null.js';
import { toEmployee } from '../employee/employee.mapper.js';
import type { RecognitionHealth as Health } from './recognition.service.js';
import type { RecognitionHealth } from './recognition.types.js';

export function toRecognitionHealth({ people, registerAgain, qualityReasons, ...rest }: Health): RecognitionHealth {
  return {
    ...rest,
    qualityReasons: qualityReasons.map(({ reason, count }) => ({ reason: reason as QualityReasonValue, count })),
    people: orNull(people, (rows) =>
      rows.map(({ employee, figures }) => ({ employee: toEmployee(employee), figures })),
    ),
    registerAgain: orNull(registerAgain, (rows) =>
      rows.map(({ employee, ...row }) => ({ ...row, employee: toEmployee(employee) })),
    ),
  };
}
