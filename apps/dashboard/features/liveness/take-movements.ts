import type { LivenessAction } from '@rollcall/contracts';

/** What the person is asked for now; START: look into the camera. */
export type MovementStep = 'START' | LivenessAction;

/** Time to read what to do and do it; then two pictures a moment apart, so that one of them shows it. */
const REACTION_MS = 1_800;
const BETWEEN_PICTURES_MS = 600;

export interface MovementRun {
  readonly actions: readonly LivenessAction[];
  readonly maxFrames: number;
  /** Shows the step. */
  readonly onStep: (step: MovementStep) => void;
  /** One picture of now; null: there is none any more. */
  readonly take: () => Promise<Blob | null>;
  readonly pause: (ms: number) => Promise<void>;
}

export interface MovementPictures {
  /** Compared with the stored face. */
  readonly image: Blob;
  /** The first looks into the camera, the others show the movements in order. */
  readonly frames: readonly Blob[];
}

/** Leads the person through the movements. @returns null if the camera was gone in between */
export async function takeMovements(run: MovementRun): Promise<MovementPictures | null> {
  const { actions, maxFrames, onStep, take, pause } = run;
  const frames: Blob[] = [];
  onStep('START');
  await pause(REACTION_MS);
  const [image, first] = [await take(), await pause(BETWEEN_PICTURES_MS).then(take)];
  if (image === null || first === null) return null;
  frames.push(first);
  const perAction = Math.max(1, Math.min(2, Math.floor((maxFrames - 1) / actions.length)));
  for (const action of actions) {
    onStep(action);
    await pause(REACTION_MS);
    for (let picture = 0; picture < perAction; picture += 1) {
      if (picture > 0) await pause(BETWEEN_PICTURES_MS);
      const frame = await take();
      if (frame === null) return null;
      frames.push(frame);
    }
  }
  return { image, frames };
}
