import {
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';

/** A type, field, argument, enum value or input field: what may carry a description. */
export interface DescribedElement {
  /** `Type`, `Type.member` or `Type.field(argument)`. */
  readonly path: string;
  /** The last part of the path. */
  readonly name: string;
  readonly description: string | null;
  readonly deprecationReason: string | null;
}

type Member = {
  readonly name: string;
  readonly description?: string | null | undefined;
  readonly deprecationReason?: string | null | undefined;
};

/** Every element of a schema that is its own; what GraphQL brings along is left out. */
export function describedElements(schema: GraphQLSchema): readonly DescribedElement[] {
  return Object.values(schema.getTypeMap())
    .filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type))
    .flatMap((type) => [toElement(type.name, type), ...membersOf(type)]);
}

function membersOf(type: GraphQLNamedType): readonly DescribedElement[] {
  if (isEnumType(type)) return type.getValues().map((value) => toElement(`${type.name}.${value.name}`, value));
  if (isInputObjectType(type))
    return Object.values(type.getFields()).map((field) => toElement(`${type.name}.${field.name}`, field));
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => {
    const path = `${type.name}.${field.name}`;
    return [toElement(path, field), ...field.args.map((arg) => toElement(`${path}(${arg.name})`, arg))];
  });
}

function toElement(path: string, { name, description, deprecationReason }: Member): DescribedElement {
  return { path, name, description: description ?? null, deprecationReason: deprecationReason ?? null };
}
