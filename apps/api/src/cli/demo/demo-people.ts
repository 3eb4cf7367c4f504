/** Pixels of a photo. */
export interface Crop {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface DemoPerson {
  readonly name: string;
  readonly number: string;
  /** Index into DEMO_SITES. */
  readonly site: 0 | 1;
  /** In the folder `demo` of the npm package `@vladmandic/face-api`. */
  readonly photo: `sample${1 | 2 | 3 | 4 | 5 | 6}.jpg`;
  /** Framed so that nobody else's face is in it. */
  readonly crop: Crop;
}

const crop = (left: number, top: number, width: number, height: number): Crop => ({ left, top, width, height });

/** The second site is made for the demo; the first one is there after every first start. */
export const DEMO_SITES = ['Main site', 'Harbour office'] as const;

/**
 * The names are invented; the people in the photos have nothing to do with them. All crops pass the shipped limits of quality
 * and presentation-attack detection, and no two show the same woman.
 */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  { name: 'Maya Lindqvist', number: '1001', site: 0, photo: 'sample5.jpg', crop: crop(182, 821, 391, 450) },
  { name: 'Elena Petrova', number: '1002', site: 0, photo: 'sample3.jpg', crop: crop(403, 100, 571, 658) },
  { name: 'Sofia Marques', number: '1003', site: 1, photo: 'sample6.jpg', crop: crop(1393, 143, 383, 592) },
  { name: 'Hanna Berg', number: '1004', site: 0, photo: 'sample1.jpg', crop: crop(276, 266, 291, 368) },
  { name: 'Lucía Romero', number: '1005', site: 1, photo: 'sample6.jpg', crop: crop(1047, 152, 433, 646) },
  { name: 'Nora Haddad', number: '1006', site: 0, photo: 'sample5.jpg', crop: crop(650, 16, 448, 362) },
  { name: 'Ines Moreau', number: '1007', site: 0, photo: 'sample4.jpg', crop: crop(515, 17, 315, 369) },
  { name: 'Katarzyna Nowak', number: '1008', site: 1, photo: 'sample6.jpg', crop: crop(60, 257, 596, 684) },
  { name: 'Amara Diallo', number: '1009', site: 0, photo: 'sample5.jpg', crop: crop(992, 175, 267, 329) },
  { name: 'Julia Steiner', number: '1010', site: 0, photo: 'sample5.jpg', crop: crop(466, 309, 306, 408) },
  { name: 'Clara Jensen', number: '1011', site: 1, photo: 'sample3.jpg', crop: crop(1438, 45, 306, 710) },
  { name: 'Tereza Horáková', number: '1012', site: 0, photo: 'sample2.jpg', crop: crop(1280, 135, 360, 341) },
];
