import { halfSize } from './half-size.js';
import type { PixelImage } from './pixel-image.js';

/**
 * One image at full, half, quarter … size, each made when first asked for. Everything that samples the image (search
 * pyramid, face crops, alignment) takes the level that is at most twice as fine as its output, so that plain bilinear
 * sampling does not alias.
 */
export class ImageLevels {
  private readonly levels: PixelImage[];

  constructor(image: PixelImage) {
    this.levels = [image];
  }

  get full(): PixelImage {
    return this.levels[0];
  }

  /**
   * The level for sampling with `step` full-size pixels between neighbouring samples.
   *
   * @returns the level and `factor`: how many full-size pixels one of its pixels spans (1, 2, 4 …, at most `step`)
   */
  forStep(step: number): { level: PixelImage; factor: number } {
    let index = 0;
    let factor = 1;
    while (factor * 2 <= step && this.canHalve(index)) {
      index += 1;
      factor *= 2;
    }
    return { level: this.levels[index], factor };
  }

  private canHalve(index: number): boolean {
    if (this.levels[index + 1] !== undefined) return true;
    const level = this.levels[index];
    if (level.width < 2 || level.height < 2) return false;
    this.levels.push(halfSize(level));
    return true;
  }
}
