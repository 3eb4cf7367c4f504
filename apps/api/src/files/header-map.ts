import { DomainError } from '@rollcall/contracts';

/** For each field the headings it is known under, folded, the surest first. */
export type Synonyms<F extends string> = Readonly<Record<F, readonly string[]>>;

/** A heading that the caller names for a field. */
export interface NamedColumn {
  readonly field: string;
  readonly header: string;
}

/** `Employee No.` → `employeeno`: case, accents, space and punctuation do not count. */
export const foldHeading = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/ß/g, 'ss')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/**
 * Finds the column of each field by its heading: what the caller named first, then the synonyms in their order.
 *
 * @returns the columns that were found, counted from 0
 * @throws DomainError BAD_USER_INPUT if a named field or heading does not exist
 */
export function mapHeadings<F extends string>(
  headings: readonly string[],
  synonyms: Synonyms<F>,
  named: readonly NamedColumn[] = [],
): ReadonlyMap<F, number> {
  const folded = headings.map(foldHeading);
  const found = new Map<F, number>();
  for (const { field, header } of named) {
    const column = folded.indexOf(foldHeading(header));
    if (!(field in synonyms)) throw badColumn(`There is no field ${field}.`, Object.keys(synonyms));
    if (column < 0) throw badColumn(`The file has no column ${header}.`, headings);
    found.set(field as F, column);
  }
  const taken = new Set(found.values());
  for (const field of Object.keys(synonyms) as F[]) {
    if (found.has(field)) continue;
    const column = synonyms[field].map((name) => folded.indexOf(name)).find((at) => at >= 0 && !taken.has(at));
    if (column === undefined) continue;
    found.set(field, column);
    taken.add(column);
  }
  return found;
}

const badColumn = (problem: string, known: readonly string[]): DomainError =>
  new DomainError('BAD_USER_INPUT', { details: { field: 'columns', problem, known: known.slice(0, 50) } });
