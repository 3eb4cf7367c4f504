import { expect, test } from 'vitest';
import { flatten } from './catalogue';
import english from './messages/en.json';
import { pseudoCatalogue, pseudoText } from './pseudo';
import { shapeOf } from './testing/message-shape';

test('every English text is changed, longer, and asks for the same arguments', () => {
  const texts = flatten(english);
  const changed = flatten(pseudoCatalogue(english));
  expect([...changed.keys()]).toEqual([...texts.keys()]);
  for (const [key, text] of texts) {
    const pseudo = changed.get(key) ?? '';
    expect(shapeOf(pseudo, 'en'), key).toEqual(shapeOf(text, 'en'));
    if (/\p{L}/u.test(text.replace(/\{[^}]*\}/g, ''))) expect(pseudo.length, key).toBeGreaterThan(text.length);
  }
});

test('arguments, plural forms and tags stay as they are', () => {
  expect(pseudoText('from <time></time>')).toMatch(/^⟦.*<time><\/time> .*⟧$/);
  expect(pseudoText('{count, plural, one {# line} other {# lines}}')).toMatch(
    /\{count, plural, one \{# ĺïñë\} other \{# ĺïñëš\}\}/,
  );
  expect(pseudoText('{date}')).toBe('{date}');
});
