/**
 * Maps stored documents to entities: the id is renamed, the listed fields are copied, nothing else gets out.
 *
 * @param fields the entity's fields without `id`; also what to read from the database
 */
export function entityMapper<E extends { readonly id: string }>() {
  return <const F extends readonly (keyof E & string)[]>(fields: F & CoversAll<E, F>) => {
    const names: readonly string[] = fields;
    const toEntity = (document: object): E => {
      const source = document as { readonly _id: string; readonly [field: string]: unknown };
      const entity: Record<string, unknown> = { id: source._id };
      for (const name of names) entity[name] = source[name] ?? null;
      return entity as unknown as E;
    };
    return { fields: names, toEntity };
  };
}

/** A list that forgets a field of the entity is a type error. */
type CoversAll<E, F extends readonly string[]> = Exclude<keyof E, F[number] | 'id'> extends never ? unknown : never;

/** The document of an entity: `id` becomes `_id`. */
export function toDocument<E extends { readonly id: string }>(entity: E): Omit<E, 'id'> & { _id: string } {
  const { id, ...rest } = entity;
  return { _id: id, ...rest };
}
