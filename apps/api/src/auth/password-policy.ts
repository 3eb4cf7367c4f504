import { LIMITS } from '@rollcall/contracts';

export type PasswordProblem = 'TOO_SHORT' | 'TOO_LONG' | 'TOO_COMMON' | 'TOO_REPETITIVE' | 'HOLDS_THE_NAME';

/**
 * What people type when they are asked for a long password: everyday words and keyboard walks. A password made of these
 * alone, in any number and with digits and signs around or between them, is guessed early.
 */
const COMMON_PARTS = [
  ...'password passwort passphrase passw pass contrasena motdepasse secret geheim'.split(' '),
  ...'admin administrator root superuser user username login signin default guest test testing demo temp changeme'.split(
    ' ',
  ),
  ...'welcome willkommen bienvenue hello hallo letmein iloveyou loveyou love sunshine princess dragon monkey'.split(
    ' ',
  ),
  ...'football baseball basketball soccer hockey shadow master killer trustno superman batman starwars pokemon'.split(
    ' ',
  ),
  ...'michael jennifer jordan ashley thomas charlie daniel jessica andrew george summer winter spring autumn'.split(
    ' ',
  ),
  ...'january february march april june july august september october november december'.split(' '),
  ...'monday tuesday wednesday thursday friday saturday sunday'.split(' '),
  ...'company office attendance employee rollcall checkin hr human resources manager computer internet google'.split(
    ' ',
  ),
  ...'qwertyuiop qwertzuiop azertyuiop qwerty qwertz azerty asdfghjkl asdfgh asdf zxcvbnm yxcvbnm zxcvbn qazwsx wsxedc'.split(
    ' ',
  ),
  ...'abcdefghijklmnopqrstuvwxyz abcdef abcd abc onetwothree correcthorsebatterystaple'.split(' '),
  ...'the my your is a i am me you and for in of it this that new our us'.split(' '),
].sort((one, other) => other.length - one.length);

const LEET: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/** Null if the password may be used. There are no rules about kinds of characters: length and rarity count. */
export function passwordProblem(password: string, names: readonly string[] = []): PasswordProblem | null {
  const characters = [...password.normalize('NFKC')];
  if (characters.length < LIMITS.minPasswordLength) return 'TOO_SHORT';
  if (characters.length > LIMITS.maxPasswordLength) return 'TOO_LONG';
  const lower = characters.join('').toLowerCase();
  if (isRepetitive(lower)) return 'TOO_REPETITIVE';
  const readings = [lower, [...lower].map((one) => LEET[one] ?? one).join('')];
  if (readings.some((reading) => isMadeOfCommonParts(reading))) return 'TOO_COMMON';
  if (names.some((name) => name.length >= 4 && restWithout(lower, name.toLowerCase()) < LIMITS.minPasswordLength / 2)) {
    return 'HOLDS_THE_NAME';
  }
  return null;
}

/** Few different characters, one short piece over and over, or a run such as 123456789012 or abcdefghijkl. */
function isRepetitive(text: string): boolean {
  if (new Set(text).size < 5) return true;
  for (let length = 1; length <= text.length / 2; length += 1) {
    if (
      text
        .slice(0, length)
        .repeat(Math.ceil(text.length / length))
        .slice(0, text.length) === text
    )
      return true;
  }
  const codes = [...text].map((one) => one.codePointAt(0) ?? 0);
  const steps = codes
    .slice(1)
    .filter((code, index) => Math.abs(code - (codes[index] ?? 0)) <= 1 || code - (codes[index] ?? 0) === -9);
  return steps.length >= codes.length - 2;
}

function isMadeOfCommonParts(text: string): boolean {
  let rest = text;
  for (const part of COMMON_PARTS.filter((one) => one.length >= 4)) rest = rest.replaceAll(part, ' ');
  for (const part of COMMON_PARTS.filter((one) => one.length < 4)) rest = rest.replaceAll(part, ' ');
  return rest.replace(/[^\p{L}]/gu, '').length < 3 && text.replace(/[^\p{L}]/gu, '').length > 0;
}

function restWithout(text: string, name: string): number {
  return text.includes(name) ? text.replaceAll(name, '').length : text.length;
}
