import type { ActorRef } from './actor.js';
import type { JsonObject } from './audit-entry.js';

/** The right to fetch one file once. The token itself is not kept, only its SHA-256. */
export interface ExportTicket {
  readonly id: string;
  readonly tokenHash: string;
  /** What the file is to hold, as it was asked for and allowed. */
  readonly request: JsonObject;
  readonly actor: ActorRef;
  /** The sites whose people may be in it; null: all. */
  readonly siteIds: readonly string[] | null;
  /** And the people of these departments. */
  readonly departmentIds: readonly string[];
  readonly createdAt: Date;
  readonly expiresAt: Date;
}
