import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { CustomFieldRowFragment } from '../../gql/graphql';

interface CustomFieldInputsProps {
  readonly fields: readonly CustomFieldRowFragment[];
  /** What the form wants to know of an input, by the key of the field. */
  readonly propsOf: (key: string) => object;
  /** What the person has now, by key. */
  readonly present: Readonly<Record<string, string>>;
}

/** One input for each field that the organisation added. */
export function CustomFieldInputs({ fields, propsOf, present }: CustomFieldInputsProps) {
  const t = useTranslations('common');
  return fields.map((field) => {
    const { key, type, label, options, isRequired } = field;
    const props = { label: isRequired ? label : `${label} (${t('optional')})`, ...propsOf(key) };
    if (type === 'SELECT') return <NativeSelect key={key} data={choicesOf(options, present[key])} {...props} />;
    if (type === 'DATE') return <TextInput key={key} type="date" {...props} />;
    const kind = type === 'NUMBER' ? { inputMode: 'decimal' as const } : { dir: 'auto', maxLength: 1_000 };
    return <TextInput key={key} autoComplete="off" {...kind} {...props} />;
  });
}

/** With what the person has, although it is not offered to others any more. */
function choicesOf(options: readonly string[], present = ''): string[] {
  return ['', ...options, ...(present === '' || options.includes(present) ? [] : [present])];
}
