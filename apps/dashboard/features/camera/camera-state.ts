/** What the camera is doing, or why it is not. */
export type CameraState = 'off' | 'starting' | 'live' | CameraProblem;
export type CameraProblem = 'denied' | 'missing' | 'busy' | 'lost' | 'insecure' | 'failed';

const PROBLEM_OF: Readonly<Record<string, CameraProblem>> = {
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'missing',
  OverconstrainedError: 'missing',
  NotReadableError: 'busy',
  AbortError: 'busy',
};

/** What a rejection of `getUserMedia` means for the person in front of the screen. */
export function cameraProblemOf(error: unknown): CameraProblem {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  return PROBLEM_OF[name] ?? 'failed';
}

export function isCameraProblem(state: CameraState): state is CameraProblem {
  return state !== 'off' && state !== 'starting' && state !== 'live';
}
