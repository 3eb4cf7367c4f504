import { mongoose } from '@typegoose/typegoose';
import { describe, expect, it } from 'vitest';
import { onlyText } from './raw-text.js';

const { BSON } = mongoose.mongo;

describe('the only text of a document', () => {
  it.each(['', 'plain', 'Zoë – السلام – 張', 'a\u0000b', '"}\n'.repeat(5_000)])(
    'is read as it was written: %j',
    (text) => {
      expect(onlyText(BSON.serialize({ figures: text }))).toBe(text);
    },
  );

  it('is found wherever the document stands among others', () => {
    const many = Buffer.concat([Buffer.alloc(7, 1), BSON.serialize({ f: 'here' }), Buffer.alloc(9, 2)]);
    expect(onlyText(many.subarray(7, many.length - 9))).toBe('here');
  });

  it('is undefined if the field is missing', () => {
    expect(onlyText(BSON.serialize({}))).toBeUndefined();
  });

  it.each([[3], [{ a: 'text' }], [['text']], [new Date(0)]])('is refused if it is no text: %j', (value) => {
    expect(() => onlyText(BSON.serialize({ figures: value }))).toThrow(TypeError);
  });
});
