import type { CustomFieldType } from '@rollcall/contracts';
import type { CustomFieldRowFragment } from '../../gql/graphql';

/** What the form holds. */
export interface CustomFieldValues {
  readonly label: string;
  readonly key: string;
  readonly type: CustomFieldType;
  /** One in each line. */
  readonly options: string;
  readonly isRequired: boolean;
}

const KEY = /^[a-z][A-Za-z0-9_]{0,39}$/;

export function valuesOf(field: CustomFieldRowFragment | null): CustomFieldValues {
  if (field === null) return { label: '', key: '', type: 'TEXT', options: '', isRequired: false };
  const { label, key, type, options, isRequired } = field;
  return { label, key, type, options: options.join('\n'), isRequired };
}

/** The options without empty lines and without doubles. */
export function optionsOf({ options }: Pick<CustomFieldValues, 'options'>): string[] {
  return [...new Set(options.split('\n').map((line) => line.trim()))].filter((line) => line !== '');
}

export const isKey = (text: string): boolean => KEY.test(text);

/** A key that a label suggests: `Shoe size` gives `shoeSize`. Empty where the label has no Latin letters. */
export function keyFrom(label: string): string {
  const plain = label.normalize('NFD').replace(/\p{M}/gu, '').replace(/ß/g, 'ss');
  const words = plain.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  const joined = words.map((word, index) => (index === 0 ? word.toLowerCase() : capitalised(word))).join('');
  return joined.replace(/^[^a-z]+/, '').slice(0, 40);
}

const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
