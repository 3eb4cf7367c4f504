import type { KeyModels, Models } from '../models/index.js';
import type { mongoose } from '../models/mongoose-setup.js';

export interface MigrationContext {
  readonly connection: mongoose.Connection;
  readonly models: Models;
  readonly keyModels: KeyModels;
  readonly now: () => Date;
  readonly newId: () => string;
}

/** One step forward. It may be cut off and run again, so it must lead to the same end from any point in between. */
export interface Migration {
  /** From 1, without gaps. */
  readonly version: number;
  readonly name: string;
  run(context: MigrationContext): Promise<void>;
}

export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}
