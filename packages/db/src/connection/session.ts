import type { mongo } from 'mongoose';

/** A session inside a transaction, handed from `withTransaction` to the repositories. Opaque to callers. */
export type DbSession = mongo.ClientSession;
