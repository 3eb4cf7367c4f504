import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const ENDINGS = ['.tsx', '.ts', '/index.ts'];

function fileOf(from: string, specifier: string): string | undefined {
  const base = path.resolve(path.dirname(from), specifier);
  return [base, ...ENDINGS.map((ending) => base + ending)].find((file) => existsSync(file) && statSync(file).isFile());
}

/** The files that a page brings along, what it loads on demand too. */
function filesFrom(entry: string, found = new Set<string>()): Set<string> {
  if (found.has(entry)) return found;
  found.add(entry);
  for (const [, specifier = ''] of readFileSync(entry, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'(\.[^']*)'/g)) {
    const file = fileOf(entry, specifier);
    if (file !== undefined && /\.tsx?$/.test(file)) filesFrom(file, found);
  }
  return found;
}

/** The groups of the catalogue that client components and hooks of these pages may ask for. */
export function textsInUse(entries: readonly string[], groups: readonly string[]): readonly string[] {
  const files = [...new Set(entries.flatMap((entry) => [...filesFrom(entry)]))];
  const sources = files.map((file) => readFileSync(file, 'utf8'));
  const isNamed = (group: string) => {
    const named = new RegExp(
      `useTranslations\\(\\s*'${group}[.']|\\bt(?:\\.\\w+)?\\(\\s*[\`']${group}\\.|['\`]${group}\\.\\w*['\`$]`,
    );
    return sources.some((source) => /useTranslations|getTranslations/.test(source) && named.test(source));
  };
  return groups.filter(isNamed);
}
