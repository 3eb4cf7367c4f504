import sharp from 'sharp';
import { photoPath, SCENES, type SceneName } from './scenes.js';

/** What Chromium's fake camera takes: 640×480, JPEG frames with 4:2:0 chroma, one after the other in one file. */
const CAMERA = { width: 640, height: 480 };
const FRAME_COUNT = 30;

/** The scene as a photo somebody would upload. */
export function renderPhoto(name: SceneName): Promise<Buffer> {
  const { photo, region } = SCENES[name];
  return sharp(photoPath(photo)).extract(region).jpeg({ quality: 92 }).toBuffer();
}

/**
 * The scene as the camera sees it. The picture wanders by a pixel from frame to frame, as a hand-held one does.
 *
 * @returns an MJPEG stream of one second; the fake camera repeats it
 */
export async function renderCameraStream(name: SceneName): Promise<Buffer> {
  const { photo, region } = SCENES[name];
  const margin = 2;
  const wide = await sharp(photoPath(photo))
    .extract(region)
    .resize(CAMERA.width + 2 * margin, CAMERA.height + 2 * margin, { fit: 'cover' })
    .png()
    .toBuffer();
  const frames = Array.from({ length: FRAME_COUNT }, (_, index) => {
    const turn = (2 * Math.PI * index) / FRAME_COUNT;
    const left = margin + Math.round(margin * Math.cos(turn));
    const top = margin + Math.round(margin * Math.sin(turn));
    return sharp(wide)
      .extract({ left, top, ...CAMERA })
      .jpeg({ quality: 90, chromaSubsampling: '4:2:0' })
      .toBuffer();
  });
  return Buffer.concat(await Promise.all(frames));
}
