/** Up to two letters that stand for a name, in any script. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const chosen = words.length > 1 ? [words[0], words.at(-1)] : words;
  return chosen.map((word) => firstCharacter(word ?? '')).join('');
}

function firstCharacter(word: string): string {
  const letters = word.replace(/^[^\p{L}\p{N}]+/u, '');
  const [first] = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(letters || word)];
  return (first?.segment ?? '').toLocaleUpperCase();
}
