import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import type { PairDataset } from '../datasets/photo-set.js';
import { photoPath } from '../datasets/photo-set.js';
import type { EmbeddedPhotos } from '../evaluate/embed-photos.js';
import type { ProtocolReport } from './report.types.js';

const SIDE_PX = 96;
/** Around the face box, as a share of its longer side. */
const MARGIN = 0.3;

/** Data URIs of the faces in the worst pairs, by photo name; for a report that stays on this machine. */
export async function makeThumbnails(
  dataset: PairDataset,
  embedded: EmbeddedPhotos,
  protocols: readonly ProtocolReport[],
): Promise<ReadonlyMap<string, string>> {
  const names = new Set(
    protocols.flatMap(({ worst }) => [...worst.genuine, ...worst.impostor].flatMap(({ a, b }) => [a, b])),
  );
  const thumbnails = new Map<string, string>();
  for (const [index, name] of dataset.photos.names.entries()) {
    const box = embedded.outcomes[index]?.box;
    if (!names.has(name) || box === null || box === undefined) continue;
    const bytes = await readFile(photoPath(dataset.photos, index));
    thumbnails.set(name, `data:image/jpeg;base64,${(await cropFace(bytes, box)).toString('base64')}`);
  }
  return thumbnails;
}

async function cropFace(
  bytes: Uint8Array,
  box: { x: number; y: number; width: number; height: number },
): Promise<Buffer> {
  const { data, info } = await sharp(bytes).autoOrient().toBuffer({ resolveWithObject: true });
  const side = Math.max(box.width, box.height) * (1 + 2 * MARGIN);
  const left = Math.max(0, Math.round(box.x + box.width / 2 - side / 2));
  const top = Math.max(0, Math.round(box.y + box.height / 2 - side / 2));
  const width = Math.max(1, Math.min(Math.round(side), info.width - left));
  const height = Math.max(1, Math.min(Math.round(side), info.height - top));
  return sharp(data)
    .extract({ left: Math.min(left, info.width - width), top: Math.min(top, info.height - height), width, height })
    .resize(SIDE_PX, SIDE_PX, { fit: 'cover' })
    .jpeg({ quality: 80 })
    .toBuffer();
}
