import sharp from 'sharp';

const SIZE = { width: 480, height: 600 } as const;
const UNIT_PX = 210;
/** Where the light comes from, of unit length or nearly. */
const LIGHT = [-0.45, -0.55, 0.7] as const;

type Bump = readonly [x: number, y: number, width: number, height: number, depth: number];

/** Nose, tip of the nose, sockets, eyeballs without pupils, brows, lips with the line between them, chin. */
const RELIEF: readonly Bump[] = [
  [0, 0.1, 0.1, 0.22, 0.22],
  [0, 0.24, 0.12, 0.06, 0.12],
  [-0.26, -0.1, 0.15, 0.09, -0.16],
  [0.26, -0.1, 0.15, 0.09, -0.16],
  [-0.26, -0.09, 0.08, 0.055, 0.1],
  [0.26, -0.09, 0.08, 0.055, 0.1],
  [-0.26, -0.24, 0.2, 0.05, 0.06],
  [0.26, -0.24, 0.2, 0.05, 0.06],
  [0, 0.44, 0.18, 0.035, 0.05],
  [0, 0.53, 0.14, 0.04, 0.06],
  [0, 0.485, 0.19, 0.012, -0.05],
  [0, 0.78, 0.14, 0.09, 0.08],
];

/** A bust of grey stone before a dark wall, as a program draws it: an ellipsoid with a relief, lit from the left. */
export function renderedBust(): Promise<Buffer> {
  const { width, height } = SIZE;
  const pixels = Buffer.alloc(width * height);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const x = (column - width / 2) / UNIT_PX;
      const y = (row - height / 2 + 20) / UNIT_PX;
      const grain = ((column * 7919 + row * 104_729) % 13) - 6;
      pixels[row * width + column] = Math.min(255, Math.max(0, brightnessAt(x, y) + grain));
    }
  }
  const raw = { ...SIZE, channels: 1 } as const;
  return sharp(pixels, { raw }).blur(0.8).toColourspace('srgb').jpeg({ quality: 92 }).toBuffer();
}

function brightnessAt(x: number, y: number): number {
  const here = heightAt(x, y);
  if (here === null) return Math.abs(x) < 0.34 && y > 0.6 ? 120 - 60 * Math.abs(x) : 60 + 7 * y;
  const step = 0.004;
  const [right, below] = [heightAt(x + step, y), heightAt(x, y + step)];
  if (right === null || below === null) return 60;
  const [slopeX, slopeY] = [(here - right) / step, (here - below) / step];
  const towardsLight = slopeX * LIGHT[0] + slopeY * LIGHT[1] + LIGHT[2];
  return 40 + 190 * Math.max(0, towardsLight / Math.hypot(slopeX, slopeY, 1));
}

/** Null outside of the head. */
function heightAt(x: number, y: number): number | null {
  const inside = 1 - (x / 0.68) ** 2 - (y / 0.98) ** 2;
  if (inside <= 0) return null;
  return RELIEF.reduce(
    (sum, [left, top, width, height, depth]) =>
      sum + depth * Math.exp(-(((x - left) / width) ** 2 + ((y - top) / height) ** 2) / 2),
    0.62 * Math.sqrt(inside),
  );
}
