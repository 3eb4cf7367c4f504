import { registerEnumType } from 'type-graphql';

type EnumObject<T extends string> = { readonly [K in T]: K };

/** A GraphQL enum each value of which says what it means. */
export function describedEnum<T extends string>(
  name: string,
  description: string,
  values: Readonly<Record<T, string>>,
): EnumObject<T> {
  const names = Object.keys(values) as T[];
  const object = Object.fromEntries(names.map((value) => [value, value])) as EnumObject<T>;
  const described = names.map((value) => [value, { description: values[value] }] as const);
  registerEnumType(object, { name, description, valuesConfig: Object.fromEntries(described) as never });
  return object;
}
