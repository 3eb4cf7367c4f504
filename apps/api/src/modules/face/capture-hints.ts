import { assertNever, type CaptureRefusal, type PhotoRemark } from '@rollcall/contracts';
import type { QualityReason } from '@rollcall/face-core';

/** What a person can do about it, in one sentence for each fault. */
export function hintsOf(outcome: CaptureRefusal, reasons: readonly QualityReason[]): readonly string[] {
  switch (outcome) {
    case 'NO_FACE':
      return ['No face was found. Face the camera, with your whole head in the picture.'];
    case 'MULTIPLE_FACES':
      return ['There is more than one face. Only one person may be in the picture.'];
    case 'PRESENTATION_ATTACK':
      return ['This looks like a picture of a picture. Use the camera on the person, not on a photo or screen.'];
    case 'LOW_QUALITY':
      return reasons.length === 0 ? ['The picture is not clear enough. Try again.'] : reasons.map(qualityHint);
    default:
      return assertNever(outcome);
  }
}

/** What is odd about a photo beside the others of its registration, in one sentence. */
export function remarkHint(remark: PhotoRemark): string {
  switch (remark) {
    case 'ODD_ONE_OUT':
      return 'This photo does not look like the same person as the others.';
    case 'SAME_PHOTO':
      return 'This photo is the same as another one and counts once. Take another one.';
    case 'NOT_THE_STORED_FACE':
      return 'These photos do not look like the person who is registered already.';
    default:
      return assertNever(remark);
  }
}

function qualityHint(reason: QualityReason): string {
  switch (reason) {
    case 'FACE_TOO_SMALL':
      return 'Come closer to the camera.';
    case 'FACE_CUT_OFF':
      return 'Move so that the whole face is in the picture.';
    case 'TOO_DARK':
    case 'UNDER_EXPOSED':
      return 'Find more light.';
    case 'TOO_BRIGHT':
    case 'OVER_EXPOSED':
      return 'There is too much light. Turn away from the lamp or the sun.';
    case 'LOW_CONTRAST':
      return 'The picture is flat. Find even light from the front.';
    case 'BLURRED':
      return 'Hold still and let the camera focus.';
    case 'NOT_FRONTAL':
      return 'Look straight into the camera.';
    case 'NOT_UPRIGHT':
      return 'Turn the picture or the camera the right way up.';
    case 'OCCLUDED':
      return 'Take away what covers the face.';
    case 'EYES_CLOSED':
      return 'Keep your eyes open.';
    case 'DETECTION_UNCERTAIN':
      return 'The face is hard to make out. Find better light and a plain background.';
    default:
      return assertNever(reason);
  }
}
