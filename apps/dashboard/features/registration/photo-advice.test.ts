import { describe, expect, it } from 'vitest';
import english from '../../i18n/messages/en.json';
import { isGoodPhoto, oddPhotos, photoAdviceKey } from './photo-advice';

type Verdict = Parameters<typeof photoAdviceKey>[0];

const verdict = (outcome: Verdict['outcome'], remark: Verdict['remark'] = null): Verdict => ({
  ...{ outcome, remark },
  quality: null,
});
const textOf = (key: string) =>
  key.split('.').reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], english);

describe('the sentence for one photo', () => {
  it.each([
    verdict('NO_FACE'),
    verdict('MULTIPLE_FACES'),
    verdict('PRESENTATION_ATTACK'),
    verdict('LOW_QUALITY'),
    verdict('INCONSISTENT_IMAGES', 'ODD_ONE_OUT'),
    verdict('INCONSISTENT_IMAGES', 'NOT_THE_STORED_FACE'),
    verdict('DUPLICATE_FACE', 'SAME_PHOTO'),
  ])('is there for %j', (given) => {
    const key = photoAdviceKey(given);
    expect(textOf(String(key))).toEqual(expect.stringMatching(/\.$/));
  });

  it('is none where the reasons are listed, and none for a photo that is good itself', () => {
    const quality = { score: 0.1, reasons: ['BLURRED' as const] };
    expect(photoAdviceKey({ outcome: 'LOW_QUALITY', remark: null, quality })).toBeNull();
    for (const outcome of ['REGISTERED', 'DUPLICATE_FACE', 'INCONSISTENT_IMAGES'] as const)
      expect(photoAdviceKey(verdict(outcome))).toBeNull();
  });

  it('says no more of an attack than that it looks like one: neither a score nor what gave it away', () => {
    const quality = { score: 0.9, reasons: [] };
    expect(photoAdviceKey({ outcome: 'PRESENTATION_ATTACK', remark: null, quality })).toBe(
      'outcomeHint.PRESENTATION_ATTACK',
    );
  });
});

describe('photos of several people', () => {
  const photos = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
  const odd = verdict('INCONSISTENT_IMAGES', 'ODD_ONE_OUT');
  const right = verdict('INCONSISTENT_IMAGES');
  const verdicts = (...all: readonly Verdict[]) => new Map(all.map((one, index) => [photos[index]?.id ?? '', one]));

  it('are named by their numbers, and the others are good', () => {
    expect(oddPhotos(photos, verdicts(right, odd, right))).toEqual({ key: 'register.oddPhotos', numbers: [2] });
    expect([right, odd].map(isGoodPhoto)).toEqual([true, false]);
  });

  it('have the numbers they have now, after another one was removed', () => {
    expect(oddPhotos(photos.slice(1), verdicts(right, right, odd))).toEqual({
      key: 'register.oddPhotos',
      numbers: [2],
    });
    expect(oddPhotos(photos.slice(0, 2), verdicts(right, right, odd))).toBeNull();
  });

  it('are not blamed one by one where none of them hangs together with another', () => {
    expect(oddPhotos(photos, verdicts(odd, verdict('NO_FACE'), odd))).toEqual({ key: 'register.oddUnknown' });
  });

  it('are told apart from photos that do not fit the stored face', () => {
    const other = verdict('INCONSISTENT_IMAGES', 'NOT_THE_STORED_FACE');
    expect(oddPhotos(photos, verdicts(other, other, verdict('NO_FACE')))).toEqual({ key: 'register.notTheStoredFace' });
  });

  it('say nothing before the server did', () => {
    expect(oddPhotos(photos, new Map())).toBeNull();
  });
});
