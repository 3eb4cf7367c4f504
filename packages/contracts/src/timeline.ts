/** What the timeline of a person is made of. */
export const TIMELINE_KINDS = ['MARK', 'CORRECTION', 'LEAVE', 'SHIFT', 'FACE', 'CONSENT', 'RECORD'] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

/** Kinds that come from the record of who did what, with the actions of it that tell something about the person. */
export const TIMELINE_ACTIONS = {
  SHIFT: ['SHIFT_ASSIGNED', 'SHIFT_ASSIGNMENT_UPDATED', 'SHIFT_ASSIGNMENT_REMOVED', 'SHIFT_MOVED'],
  FACE: ['FACE_REGISTERED', 'OLD_FACE_TEMPLATES_REMOVED', 'FACE_DELETED_AFTER_LEAVING', 'FACE_DELETED_AFTER_RESTORE'],
  CONSENT: ['CONSENT_RECORDED', 'CONSENT_WITHDRAWN'],
  RECORD: [
    'EMPLOYEE_CREATED',
    'EMPLOYEE_UPDATED',
    'EMPLOYEE_DEACTIVATED',
    'EMPLOYEE_REACTIVATED',
    'EMPLOYEE_SERVICE_BREAKS_SET',
    'EMPLOYEE_MERGED',
    'EMPLOYEE_UNMERGED',
    'FACE_UNLOCKED',
    'VERIFICATION_LEVEL_SET',
    'PIN_SET',
    'PIN_REMOVED',
  ],
} as const;

export type TimelineAction = (typeof TIMELINE_ACTIONS)[keyof typeof TIMELINE_ACTIONS][number];
