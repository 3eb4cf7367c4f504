import { modelOptions, prop, Severity } from '@typegoose/typegoose';

export const LOCAL_DATE = /^\d{4}-\d{2}-\d{2}$/;
export const LOCAL_TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

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

/** What every record that people edit carries. */
export abstract class VersionedDocument {
  @prop({ type: () => String, required: true })
  _id!: string;

  /** Counts changes. */
  @prop({ type: () => Number, required: true })
  version!: number;

  @prop({ type: () => Date, required: true })
  createdAt!: Date;

  @prop({ type: () => Date, required: true })
  updatedAt!: Date;
}
