import { index, prop } from '@typegoose/typegoose';
import { FACE_PHOTO_KINDS, type FacePhotoKind } from '../entities/face-photo.js';
import { stored } from './document-options.js';
import { SealedDocument } from './sealed.model.js';

@stored('facePhotos')
@index({ employeeId: 1, kind: 1, createdAt: 1 }, { name: 'photo_of_employee' }) // listByEmployee, deleteByEmployee
@index({ kind: 1, createdAt: 1 }, { name: 'photo_by_age' }) // deleteOlder
export class FacePhotoDocument {
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => String, required: true, enum: FACE_PHOTO_KINDS })
  kind!: FacePhotoKind;

  @prop({ type: () => String, required: true })
  employeeId!: string;

  @prop({ type: () => String, required: true })
  consentId!: string;

  @prop({ type: () => Number, required: true, min: 1 })
  widthPx!: number;

  @prop({ type: () => Number, required: true, min: 1 })
  heightPx!: number;

  @prop({ type: () => Date, required: true })
  createdAt!: Date;

  @prop({ type: () => SealedDocument, required: true })
  sealed!: SealedDocument;
}
