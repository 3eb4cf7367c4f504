/** 8-bit RGB, interleaved, rows from the top without padding: `data.length === width · height · 3`. */
export interface PixelImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}
