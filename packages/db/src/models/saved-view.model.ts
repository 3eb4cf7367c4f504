import { MAX_SAVED_VIEW_NAME, SAVED_VIEW_LISTS, type SavedViewList } from '@rollcall/contracts';
import { index, prop } from '@typegoose/typegoose';
import { stored, VersionedDocument } from './document-options.js';

@stored('savedViews')
@index({ userId: 1, list: 1, nameKey: 1 }, { unique: true, name: 'saved_view_of_user' }) // listOf
export class SavedViewDocument extends VersionedDocument {
  @prop({ type: () => String, required: true })
  userId!: string;

  @prop({ type: () => String, required: true, enum: SAVED_VIEW_LISTS })
  list!: SavedViewList;

  @prop({ type: () => String, required: true, minlength: 1, maxlength: MAX_SAVED_VIEW_NAME })
  name!: string;

  /** Folded, so that names differ by more than case and accents. */
  @prop({ type: () => String, required: true })
  nameKey!: string;

  @prop({ type: () => String, default: '', maxlength: 1_000 })
  filters!: string;
}
