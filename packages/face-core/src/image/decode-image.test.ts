import { crc32, deflateSync } from 'node:zlib';
import { DomainError, LIMITS } from '@rollcall/contracts';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { decodeImage, MAX_WORKING_SIDE_PX } from './decode-image.js';

const COLOUR = { r: 200, g: 100, b: 50 };
const plain = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: COLOUR } });

async function codeOf(bytes: Uint8Array): Promise<string> {
  const error = await decodeImage(bytes).catch((caught: unknown) => caught);
  return error instanceof DomainError ? error.code : `no DomainError: ${String(error)}`;
}

async function firstPixel(bytes: Uint8Array): Promise<number[]> {
  const { pixels } = await decodeImage(bytes);
  expect(pixels.data).toHaveLength(pixels.width * pixels.height * 3);
  return [...pixels.data.subarray(0, 3)];
}

/** A PNG that claims a size and holds that many zero bytes, squeezed a thousandfold. */
function bomb(side: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc(side * (side + 1)), { level: 9 });
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', rows),
    chunk('IEND'),
  ]);
}

function chunk(type: string, data: Buffer = Buffer.alloc(0)): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}

describe('decodeImage accepts', () => {
  it('JPEG, PNG and WebP', async () => {
    for (const encoded of [
      plain(40, 30).jpeg({ quality: 100 }),
      plain(40, 30).png(),
      plain(40, 30).webp({ lossless: true }),
    ]) {
      const pixel = await firstPixel(await encoded.toBuffer());
      expect(Math.max(...pixel.map((value, i) => Math.abs(value - [200, 100, 50][i])))).toBeLessThanOrEqual(3);
    }
  });

  it('greyscale, palette, 16-bit and transparent images, as RGB on white', async () => {
    const grey = await plain(40, 30).greyscale().png().toBuffer();
    expect(new Set(await firstPixel(grey)).size).toBe(1);
    expect(await firstPixel(await plain(40, 30).png({ palette: true }).toBuffer())).toEqual([200, 100, 50]);
    expect(await firstPixel(await plain(40, 30).toColourspace('rgb16').png().toBuffer())).toEqual([200, 100, 50]);
    const clear = sharp({ create: { width: 40, height: 30, channels: 4, background: { ...COLOUR, alpha: 0 } } });
    expect(await firstPixel(await clear.png().toBuffer())).toEqual([255, 255, 255]);
  });

  it('CMYK', async () => {
    const cmyk = await plain(40, 30).toColourspace('cmyk').jpeg({ quality: 100 }).toBuffer();
    expect((await sharp(cmyk).metadata()).space).toBe('cmyk');
    const [red, green, blue] = await firstPixel(cmyk);
    expect(red).toBeGreaterThan(green);
    expect(green).toBeGreaterThan(blue);
  });

  it('the first frame of an animation', async () => {
    const frame = await plain(40, 30).png().toBuffer();
    const other = await plain(40, 30).negate().png().toBuffer();
    const animated = await sharp([frame, other, frame], { join: { animated: true } })
      .webp({ lossless: true })
      .toBuffer();
    expect((await sharp(animated).metadata()).pages).toBe(3);
    const { width, height } = await decodeImage(animated);
    expect([width, height]).toEqual([40, 30]);
    expect(await firstPixel(animated)).toEqual([200, 100, 50]);
  });

  it('every EXIF orientation, and turns it upright', async () => {
    for (let orientation = 1; orientation <= 8; orientation += 1) {
      const { width, height, pixels } = await decodeImage(
        await plain(40, 30).withMetadata({ orientation }).jpeg().toBuffer(),
      );
      const upright = orientation < 5 ? [40, 30] : [30, 40];
      expect([width, height]).toEqual(upright);
      expect([pixels.width, pixels.height]).toEqual(upright);
    }
  });

  it('a large photo, and works on a smaller copy', async () => {
    const { width, height, scale, pixels } = await decodeImage(await plain(4000, 3000).jpeg().toBuffer());
    expect([width, height, pixels.width, pixels.height]).toEqual([4000, 3000, MAX_WORKING_SIDE_PX, 1536]);
    expect(scale).toBeCloseTo(MAX_WORKING_SIDE_PX / 4000, 6);
  });

  it('a single pixel', async () => {
    expect((await decodeImage(await plain(1, 1).png().toBuffer())).width).toBe(1);
  });
});

describe('decodeImage refuses', () => {
  it('more bytes than allowed, before it looks at them', async () => {
    expect(await codeOf(new Uint8Array(LIMITS.maxImageBytes + 1))).toBe('IMAGE_TOO_LARGE');
  });

  it('a small file that would become hundreds of megabytes', async () => {
    const bytes = bomb(16_000);
    expect(bytes.length).toBeLessThan(400_000);
    expect(await codeOf(bytes)).toBe('IMAGE_TOO_LARGE');
  });

  it('one pixel row too many', async () => {
    const [width, height] = [6000, LIMITS.maxImagePixels / 6000];
    expect(
      await codeOf(
        await plain(width, height + 1)
          .png()
          .toBuffer(),
      ),
    ).toBe('IMAGE_TOO_LARGE');
    expect((await decodeImage(await plain(width, height).png().toBuffer())).height).toBe(height);
  });

  it('nothing, text, a GIF and an SVG', async () => {
    const gif = await plain(4, 4).gif().toBuffer();
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
    for (const bytes of [new Uint8Array(0), Buffer.from('not an image'), gif, svg]) {
      expect(await codeOf(bytes)).toBe('IMAGE_UNDECODABLE');
    }
  });

  it('files that are cut short or damaged', async () => {
    for (const encoded of [plain(400, 300).jpeg(), plain(400, 300).png(), plain(400, 300).webp({ lossless: true })]) {
      const whole = await encoded.toBuffer();
      expect(await codeOf(whole.subarray(0, whole.length * 0.6))).toBe('IMAGE_UNDECODABLE');
      expect(await codeOf(whole.subarray(0, 16))).toBe('IMAGE_UNDECODABLE');
    }
  });
});
