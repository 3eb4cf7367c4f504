import type { SavedView as SavedViewEntity } from '@rollcall/db';
import type { SavedView } from './saved-view.types.js';

export function toSavedView({ id, list, name, filters, version }: SavedViewEntity): SavedView {
  return { id, list, name, filters, version };
}
