import type { CustomFieldType } from '@rollcall/contracts';

/** A field that the organisation adds to its employees. */
export interface CustomField {
  readonly id: string;
  /** The name under which values are stored: a letter, then letters, digits, underscores. Unique and never changed. */
  readonly key: string;
  readonly label: string;
  readonly type: CustomFieldType;
  /** What may be chosen; empty unless the type is SELECT. */
  readonly options: readonly string[];
  readonly isRequired: boolean;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** By key of the field. Numbers for NUMBER, text for all others. */
export type CustomFieldValues = Readonly<Record<string, string | number>>;
