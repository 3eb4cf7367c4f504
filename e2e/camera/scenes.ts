import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** A part of a photo that an npm package ships, as a camera or a photographer would have framed it. */
export interface Scene {
  /** In the folder `demo` of the package `@vladmandic/face-api`. */
  readonly photo: 'sample1.jpg' | 'sample3.jpg' | 'sample4.jpg' | 'sample5.jpg' | 'sample6.jpg';
  /** Pixels of the photo. */
  readonly region: { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
}

/**
 * The photos show groups; each scene is framed so that only the named people are in it, with room around the face:
 * presentation-attack detection looks at 2.7 times the face box. Anna is one woman in two photos of two evenings, Berta
 * is another one.
 */
export const SCENES = {
  anna: { photo: 'sample1.jpg', region: { left: 1060, top: 0, width: 860, height: 645 } },
  annaAnotherEvening: { photo: 'sample3.jpg', region: { left: 810, top: 0, width: 680, height: 780 } },
  berta: { photo: 'sample5.jpg', region: { left: 140, top: 760, width: 650, height: 488 } },
  twoPeople: { photo: 'sample4.jpg', region: { left: 850, top: 60, width: 720, height: 540 } },
  nobody: { photo: 'sample6.jpg', region: { left: 1560, top: 850, width: 360, height: 270 } },
} as const satisfies Record<string, Scene>;

export type SceneName = keyof typeof SCENES;

/** Where the package with the photos is installed. */
export function photoPath(photo: Scene['photo']): string {
  const packageFile = fileURLToPath(import.meta.resolve('@vladmandic/face-api/package.json'));
  return path.join(path.dirname(packageFile), 'demo', photo);
}
