import type {
  AssuranceLevel,
  AttendanceKind,
  AttendanceSource,
  CorrectionAction,
  DecisionStatus,
  DisputeStatus,
  MarkProof,
  PinUse,
} from '@rollcall/contracts';
import { describedEnum } from './described-enum.js';

export const AttendanceSourceEnum = describedEnum<AttendanceSource>(
  'AttendanceSource',
  'Where a mark or an attempt came from.',
  {
    KIOSK: 'A paired device.',
    DASHBOARD: 'A browser in which somebody is signed in, also with the role of a kiosk.',
    API: 'Another program, with a key.',
    DEVICE_IMPORT: 'A file of marks, or a terminal that pushes them.',
    CORRECTION: 'An approved correction, or a dispute that was upheld.',
  },
);
export const AttendanceKindEnum = describedEnum<AttendanceKind>('AttendanceKind', 'What a mark says.', {
  AUTO: 'Nothing: the rules decide whether it is an in or an out.',
  CHECK_IN: 'The person comes.',
  CHECK_OUT: 'The person leaves.',
  BREAK_START: 'A break begins.',
  BREAK_END: 'The break is over.',
});
export const AssuranceLevelEnum = describedEnum<AssuranceLevel>(
  'AssuranceLevel',
  'How sure it is that the person was there.',
  {
    FACE_PAIRED_DEVICE: 'A face before a paired device.',
    FACE_API_KEY: 'A face that another program sent with a key.',
    FACE_BROWSER: 'A face before a browser in which somebody is signed in.',
    PIN: 'A PIN, which others may know.',
    SUPERVISOR: 'Somebody else vouched, corrected it or decided a dispute.',
    IMPORT: 'As the file or terminal says it.',
  },
);

export const MarkProofEnum = describedEnum<MarkProof>('MarkProof', 'What a person showed to make a mark.', {
  FACE: 'The face, with or without a PIN beside it.',
  PIN: 'The PIN in place of the face.',
  SUPERVISOR: 'Nothing; somebody else vouched.',
});
export const PinUseEnum = describedEnum<PinUse>(
  'PinUse',
  'Who of those with a PIN may mark by it; each includes the one before.',
  {
    NEVER: 'Nobody may.',
    NO_FACE: 'Who has no face registered.',
    AFTER_FACE_FAILURES: 'Also whose face failed just now, as often in a row as the settings say.',
    ALWAYS: 'Everybody who was given one.',
  },
);

export const DecisionStatusEnum = describedEnum<DecisionStatus>('DecisionStatus', 'Where a request stands.', {
  PENDING: 'It waits for a decision.',
  APPROVED: 'It counts.',
  REJECTED: 'It was refused and does not count.',
  CANCELLED: 'It was taken back and does not count.',
});
export const CorrectionActionEnum = describedEnum<CorrectionAction>(
  'CorrectionAction',
  'What a correction does to the marks.',
  {
    ADD: 'Adds a mark that was forgotten.',
    REPLACE: 'Puts a mark in place of one that is wrong.',
    VOID: 'Takes a mark out of the count.',
  },
);
export const DisputeStatusEnum = describedEnum<DisputeStatus>('DisputeStatus', 'Where a dispute about a mark stands.', {
  OPEN: 'It waits for a decision.',
  UPHELD: 'It was not this person; the mark counts no more.',
  REJECTED: 'The mark stays.',
});
