import { numberOrderKey } from '@rollcall/contracts';
import { plainText } from './plain-value.js';

/** Keys for comparing and sorting text, made the same way when storing and when asking. */

/** What makes two employee numbers the same: Unicode form, surrounding space and case don't count. */
export const numberKey = (number: string): string => plainText(number, 'number').normalize('NFKC').trim().toLowerCase();

/** Sorts `E2` before `E10`. */
export const numberSortKey = (number: string): string => numberOrderKey(plainText(number, 'number'));

/** Folds case and accents: `José` and `jose` are the same for sorting and searching. */
export const foldText = (text: string): string =>
  plainText(text, 'text')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .trim()
    .replace(/\s+/g, ' ')
    .toLowerCase();

export const emailKey = (email: string): string => plainText(email, 'email').normalize('NFKC').trim().toLowerCase();
