import path from 'node:path';
import { expect, test } from 'vitest';
import { ERROR_TEXTS, KIOSK_TEXTS } from './kiosk-texts';
import english from './messages/en.json';
import { textsInUse } from './testing/texts-in-use';

const app = (...parts: string[]) => path.resolve(import.meta.dirname, '../app', ...parts);

test('the kiosk has the texts that it shows, and no others are sent to it', () => {
  expect(textsInUse([app('(kiosk)', 'kiosk', 'page.tsx')], Object.keys(english))).toEqual(
    [...KIOSK_TEXTS].sort(inOrder),
  );
});

test('the page for errors has its texts before any part of the site is there', () => {
  const used = textsInUse([app('error.tsx'), app('layout.tsx')], Object.keys(english));
  expect(used.filter((group) => !(ERROR_TEXTS as readonly string[]).includes(group))).toEqual([]);
});

const ORDER = Object.keys(english);
const inOrder = (a: string, b: string) => ORDER.indexOf(a) - ORDER.indexOf(b);
