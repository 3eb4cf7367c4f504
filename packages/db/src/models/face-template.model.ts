import { index, prop } from '@typegoose/typegoose';
import { ActorRefDocument } from './actor-ref.model.js';
import { stored } from './document-options.js';
import { SealedDocument } from './sealed.model.js';

@stored('faceTemplates')
@index({ employeeId: 1, modelId: 1 }, { name: 'template_of_employee' }) // listByEmployee, reading path 1:1
@index({ modelId: 1, _id: 1 }, { name: 'template_by_model' }) // gallery, in the order of ids
export class FaceTemplateDocument {
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => String, required: true })
  employeeId!: string;

  @prop({ type: () => String, required: true })
  consentId!: string;

  @prop({ type: () => String, required: true })
  modelId!: string;

  @prop({ type: () => Number, required: true, min: 1 })
  imageCount!: number;

  @prop({ type: () => Number, required: true, min: 0, max: 1 })
  quality!: number;

  @prop({ type: () => ActorRefDocument, required: true })
  createdBy!: ActorRefDocument;

  @prop({ type: () => Date, required: true })
  createdAt!: Date;

  @prop({ type: () => SealedDocument, required: true })
  sealed!: SealedDocument;
}
