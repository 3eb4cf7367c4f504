import { modelOptions, Severity } from '@typegoose/typegoose';

/** Schema options every stored class shares: own string ids, no hidden fields, unknown fields refused, `{}` kept. */
export function stored(collection: string): ClassDecorator {
  return modelOptions({
    schemaOptions: {
      collection,
      versionKey: false,
      id: false,
      minimize: false,
      strict: 'throw',
      autoIndex: false,
      autoCreate: false,
    },
    options: { allowMixed: Severity.ALLOW },
  }) as ClassDecorator;
}

/** For classes that are only stored inside others. */
export function embedded(): ClassDecorator {
  return modelOptions({
    schemaOptions: { _id: false, versionKey: false, id: false, minimize: false, strict: 'throw' },
  }) as ClassDecorator;
}
