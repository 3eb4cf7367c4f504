import { mongoose } from '@typegoose/typegoose';

// Filters: unknown paths are refused, and objects with operators are taken as values unless they come from filters.ts.
mongoose.set({ strictQuery: 'throw', sanitizeFilter: true, autoIndex: false, autoCreate: false });

export { mongoose };
