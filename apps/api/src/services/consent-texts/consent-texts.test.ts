import { REPORT_LOCALES } from '@rollcall/contracts';
import { describe, expect, it } from 'vitest';
import { allowsPhotos, findConsentText, hashConsentText } from './consent-texts.js';

describe('the texts people agree to', () => {
  it('are unchanged: these words were agreed to', () => {
    const text = findConsentText('1');
    expect(text && hashConsentText(text)).toBe('0488e350238b11bf44c0d58c9726bd997d3487cb16de98148733432e1f8a5b94');
  });

  it('are there in every language, with as many paragraphs', () => {
    for (const version of ['1', '2']) {
      const texts = REPORT_LOCALES.map((language) => findConsentText(version, language));
      expect(new Set(texts.map((text) => text?.body.split('\n\n').length)).size).toBe(1);
      expect(new Set(texts.map((text) => text?.body)).size).toBe(REPORT_LOCALES.length);
    }
  });

  it('allow photos only where they say so', () => {
    expect([allowsPhotos('1'), allowsPhotos('2'), allowsPhotos('3')]).toEqual([false, true, false]);
    expect(findConsentText('2')?.body).toContain('picture of my face is kept');
    expect(findConsentText('1')?.body).toContain('not kept');
  });

  it('end where the list ends', () => {
    expect([findConsentText('3'), findConsentText('toString'), findConsentText('')]).toEqual([null, null, null]);
  });
});
