import { describe, expect, it } from 'vitest';
import { type MovementStep, takeMovements } from './take-movements';

function runWith(pictures: number, maxFrames = 8) {
  const steps: MovementStep[] = [];
  const takenAt: MovementStep[] = [];
  let left = pictures;
  const run = takeMovements({
    actions: ['TURN_LEFT', 'LOOK_UP', 'TURN_RIGHT'],
    maxFrames,
    onStep: (step) => steps.push(step),
    take: async () => {
      takenAt.push(steps.at(-1) as MovementStep);
      left -= 1;
      return left < 0 ? null : new Blob([String(left)]);
    },
    pause: async () => {},
  });
  return { run, steps, takenAt };
}

describe('takeMovements', () => {
  it('asks for one movement after the other and takes its pictures while it is shown', async () => {
    const { run, steps, takenAt } = runWith(20);
    const pictures = await run;
    expect(steps).toEqual(['START', 'TURN_LEFT', 'LOOK_UP', 'TURN_RIGHT']);
    expect(takenAt).toEqual([
      ...['START', 'START', 'TURN_LEFT', 'TURN_LEFT', 'LOOK_UP', 'LOOK_UP', 'TURN_RIGHT', 'TURN_RIGHT'],
    ]);
    expect(pictures?.frames).toHaveLength(7);
  });

  it('never takes more frames than the server wants', async () => {
    expect((await runWith(20, 5).run)?.frames).toHaveLength(4);
  });

  it('gives nothing when the camera is gone in between', async () => {
    expect(await runWith(4).run).toBeNull();
  });
});
