import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { FaceEngine, FaceLandmarks } from '@rollcall/face-core';
import sharp from 'sharp';

const DATA = process.env.ROLLCALL_EVAL_DATA ?? path.join(import.meta.dirname, '../../../../../shared/data');
const LFW = path.join(DATA, 'lfw-dev');

export const HAS_PHOTOS_OF_MOVEMENTS = existsSync(LFW);

/** Frames of one recording, in order: a person, or a phone that shows one. */
export const frameOfRecording = (kind: 'real' | 'spoof', index: number): Buffer => {
  const name = `lestari_${kind === 'real' ? 'real' : 'fake'}_frame${String(index).padStart(2, '0')}.jpg`;
  return readFileSync(path.join(DATA, 'spoof', kind, name));
};

/** Different photos of one person: looking at the camera, the head turned, and the first one from nearer by. */
export interface Movements {
  readonly start: Buffer;
  readonly turned: Buffer;
  readonly action: 'TURN_LEFT' | 'TURN_RIGHT';
  readonly closer: Buffer;
}

const TURNED_FROM = 0.3;
const NEUTRAL_TO = 0.1;

/** The first people of whom there are such photos; the pose is told by the points of the detector, not by the pose net. */
export async function findMovements(engine: FaceEngine, count: number): Promise<Movements[]> {
  const found: Movements[] = [];
  for (const { name } of readdirSync(LFW, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    const files = readdirSync(path.join(LFW, name));
    if (found.length === count) break;
    if (files.length < 5) continue;
    const one = await movementsOf(
      engine,
      files.slice(0, 10).map((file) => readFileSync(path.join(LFW, name, file))),
    );
    if (one !== null) found.push(one);
  }
  return found;
}

async function movementsOf(engine: FaceEngine, images: readonly Buffer[]): Promise<Movements | null> {
  const seen = await Promise.all(
    images.map(async (image) => {
      const { outcome, detection } = await engine.capture(image, { pad: 'FLAG' });
      const shift = outcome === 'CAPTURED' && detection !== null ? noseShift(detection.landmarks) : Number.NaN;
      return { image, shift, box: detection?.box };
    }),
  );
  const neutral = seen.find(({ shift }) => Math.abs(shift) <= NEUTRAL_TO);
  const turned = seen.find(({ shift }) => Math.abs(shift) >= TURNED_FROM);
  if (neutral?.box === undefined || turned === undefined) return null;
  const { x, y, width, height } = neutral.box;
  const side = Math.min(250, Math.round(Math.max(width, height) * 1.3));
  const left = Math.round(Math.min(Math.max(0, x + width / 2 - side / 2), 250 - side));
  const top = Math.round(Math.min(Math.max(0, y + height / 2 - side / 2), 250 - side));
  const closer = await sharp(neutral.image)
    .extract({ left, top, width: side, height: side })
    .resize(250, 250)
    .png()
    .toBuffer();
  const action = turned.shift > 0 ? 'TURN_LEFT' : 'TURN_RIGHT';
  return { start: neutral.image, turned: turned.image, action, closer };
}

/**
 * One frame to look into the camera and one for each movement; the turn that was not photographed is the other one in a
 * mirror. Each frame is cut anew, as the server takes no frame twice.
 */
export async function framesAsDrawn(
  { start, turned, action, closer }: Movements,
  actions: readonly string[],
): Promise<Buffer[]> {
  const shown = actions.map((asked) => {
    if (asked === 'COME_CLOSER') return sharp(closer);
    return asked === action ? sharp(turned) : sharp(turned).flop();
  });
  return Promise.all(
    [sharp(start), ...shown].map((frame, index) => {
      const edge = 1 + index;
      return frame
        .extract({ left: edge, top: edge, width: 250 - 2 * edge, height: 250 - 2 * edge })
        .png()
        .toBuffer();
    }),
  );
}

/** How far the nose lies beside the middle of the eyes, in inter-eye distances; positive towards the right of the image. */
function noseShift([rightEye, leftEye, nose]: FaceLandmarks): number {
  const axis = [leftEye[0] - rightEye[0], leftEye[1] - rightEye[1]] as const;
  const middle = [(leftEye[0] + rightEye[0]) / 2, (leftEye[1] + rightEye[1]) / 2] as const;
  const along = (nose[0] - middle[0]) * axis[0] + (nose[1] - middle[1]) * axis[1];
  return along / (axis[0] ** 2 + axis[1] ** 2);
}
