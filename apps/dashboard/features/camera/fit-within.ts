export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The size in whole pixels whose longer side is at most `maxSidePx`, with the same shape. Never larger than it was. */
export function fitWithin({ width, height }: Size, maxSidePx: number): Size {
  const scale = Math.min(1, maxSidePx / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
