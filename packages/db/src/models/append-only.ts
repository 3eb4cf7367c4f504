import { pre } from '@typegoose/typegoose';

/**
 * Refuses every change and deletion through the model, so that a slip in a repository cannot rewrite history.
 * (Somebody with the database's own tools still can; the audit chain is there to show it.)
 */
export function appendOnly(): ClassDecorator {
  return pre<object>(
    [
      'updateOne',
      'updateMany',
      'replaceOne',
      'findOneAndUpdate',
      'findOneAndReplace',
      'findOneAndDelete',
      'deleteOne',
      'deleteMany',
    ],
    function refuse() {
      throw new Error('This collection is append-only.');
    },
    { document: true, query: true },
  ) as ClassDecorator;
}
