import sharp, { type Sharp } from 'sharp';
import { photoPath, SCENES, type Scene, type SceneName } from './scenes.js';

/** What Chromium's fake camera takes: 640×480, JPEG frames with 4:2:0 chroma, one after the other in one file. */
const CAMERA = { width: 640, height: 480 };
const FRAME_COUNT = 30;
/** The picture wanders by so many pixels, as a hand-held one does. */
const WANDER_PX = 2;

/** The scene as a photo somebody would upload. */
export async function renderPhoto(name: SceneName): Promise<Buffer> {
  return (await frame(SCENES[name])).jpeg({ quality: 92 }).toBuffer();
}

/**
 * The scene as the camera sees it.
 *
 * @returns an MJPEG stream of one second; the fake camera repeats it
 */
export async function renderCameraStream(name: SceneName): Promise<Buffer> {
  const wide = await (await frame(SCENES[name]))
    .resize(CAMERA.width + 2 * WANDER_PX, CAMERA.height + 2 * WANDER_PX, { fit: 'cover' })
    .png()
    .toBuffer();
  const frames = Array.from({ length: FRAME_COUNT }, (_, index) => {
    const turn = (2 * Math.PI * index) / FRAME_COUNT;
    const left = WANDER_PX + Math.round(WANDER_PX * Math.cos(turn));
    const top = WANDER_PX + Math.round(WANDER_PX * Math.sin(turn));
    return sharp(wide)
      .extract({ left, top, ...CAMERA })
      .jpeg({ quality: 90, chromaSubsampling: '4:2:0' })
      .toBuffer();
  });
  return Buffer.concat(await Promise.all(frames));
}

/** Cuts the scene out of its photo. */
async function frame({ photo, centre, width, height, turnDegrees = 0 }: Scene): Promise<Sharp> {
  const turned = await sharp(photoPath(photo)).rotate(-turnDegrees).png().toBuffer({ resolveWithObject: true });
  const original = await sharp(photoPath(photo)).metadata();
  const angle = (turnDegrees * Math.PI) / 180;
  const [x, y] = [centre[0] - original.width / 2, centre[1] - original.height / 2];
  const left = turned.info.width / 2 + x * Math.cos(angle) + y * Math.sin(angle) - width / 2;
  const top = turned.info.height / 2 - x * Math.sin(angle) + y * Math.cos(angle) - height / 2;
  const cut = await sharp(turned.data)
    .extract({ left: Math.round(left), top: Math.round(top), width, height })
    .png()
    .toBuffer();
  return sharp(cut);
}
