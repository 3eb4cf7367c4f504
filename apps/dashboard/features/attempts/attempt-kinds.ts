import type { CaptureAttemptKind } from '../../gql/graphql';

/** What a camera or photo can be used for, the most frequent first. */
export const ATTEMPT_KINDS: readonly CaptureAttemptKind[] = ['ATTENDANCE', 'VERIFY', 'REGISTER', 'IDENTIFY', 'COMPARE'];
