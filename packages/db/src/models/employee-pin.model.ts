import { prop } from '@typegoose/typegoose';
import { ActorRefDocument } from './actor-ref.model.js';
import { stored } from './document-options.js';

/** `_id` is the id of the employee. */
@stored('employeePins')
export class EmployeePinDocument {
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => String, required: true })
  hash!: string;

  @prop({ type: () => ActorRefDocument, required: true })
  setBy!: ActorRefDocument;

  @prop({ type: () => Date, required: true })
  setAt!: Date;
}
