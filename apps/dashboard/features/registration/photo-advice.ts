import type { Photo } from '../camera/photo';
import type { ImageVerdict } from './use-register-face';

type Verdict = Pick<ImageVerdict, 'outcome' | 'remark' | 'quality'>;
type Verdicts = ReadonlyMap<string, Verdict>;

/** Our own sentence for what the server said about one photo; null: there is none, or its reasons are listed. */
export function photoAdviceKey({ outcome, remark, quality }: Verdict) {
  if (remark) return `register.photoRemark.${remark}` as const;
  switch (outcome) {
    case 'NO_FACE':
    case 'MULTIPLE_FACES':
    case 'PRESENTATION_ATTACK':
      return `outcomeHint.${outcome}` as const;
    case 'LOW_QUALITY':
      return (quality?.reasons ?? []).length === 0 ? ('register.photoUnclear' as const) : null;
    default:
      return null;
  }
}

/** Whether the photo itself is good, also where another one spoils the registration. */
export function isGoodPhoto({ outcome, remark }: Verdict): boolean {
  return outcome === 'REGISTERED' || (outcome === 'INCONSISTENT_IMAGES' && !remark);
}

/** What to say of photos that do not hang together; null: nothing is known of those that are still there. */
export type OddPhotos =
  | { readonly key: 'register.oddPhotos'; readonly numbers: readonly number[] }
  | { readonly key: 'register.oddUnknown' | 'register.notTheStoredFace' }
  | null;

/** Which photos, counted from 1, are odd. If all are, it cannot be told which one is wrong. */
export function oddPhotos(photos: readonly Pick<Photo, 'id'>[], verdicts: Verdicts): OddPhotos {
  const remarks = photos.map(({ id }) => verdicts.get(id)?.remark ?? null);
  if (remarks.includes('NOT_THE_STORED_FACE')) return { key: 'register.notTheStoredFace' };
  const numbers = remarks.flatMap((remark, index) => (remark === 'ODD_ONE_OUT' ? [index + 1] : []));
  if (numbers.length === 0) return null;
  const isOneRight = [...verdicts.values()].some(isGoodPhoto);
  return isOneRight ? { key: 'register.oddPhotos', numbers } : { key: 'register.oddUnknown' };
}
