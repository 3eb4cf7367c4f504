import { createRequire } from 'node:module';
import path from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** The demo photos of a package that is installed anyway; no photo of a person is in this repository. */
const DEMO = path.join(
  path.dirname(createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json')),
  'demo',
);

interface Crop {
  readonly file: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

async function crop({ file, ...region }: Crop): Promise<Buffer> {
  return sharp(path.join(DEMO, file)).extract(region).jpeg({ quality: 92 }).toBuffer();
}

/** Cut wide around the face: presentation-attack detection looks at 2.7 times its box. */
export const photos = {
  /** One woman, in two group photos. */
  anna: () => crop({ file: 'sample1.jpg', left: 1120, top: 0, width: 700, height: 900 }),
  annaAgain: () => crop({ file: 'sample3.jpg', left: 706, top: 0, width: 700, height: 900 }),
  ben: () => crop({ file: 'sample1.jpg', left: 560, top: 0, width: 560, height: 900 }),
  carol: () => crop({ file: 'sample1.jpg', left: 100, top: 0, width: 600, height: 900 }),
  group: () => crop({ file: 'sample1.jpg', left: 0, top: 0, width: 1920, height: 1280 }),
  landscape: () =>
    sharp({ create: { width: 640, height: 480, channels: 3, background: '#7a93a8' } })
      .jpeg()
      .toBuffer(),
};

export const base64 = (bytes: Uint8Array): { base64: string } => ({ base64: Buffer.from(bytes).toString('base64') });

/** A PNG of about 33 KB that would unpack to 16,384 × 16,384 pixels. */
export function pngBomb(): Buffer {
  const side = 16_384;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc((side / 8 + 1) * side);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
