import type { DeviceStatus } from '@rollcall/contracts';

/** Something that sends marks from a site. An absence waits until every active device has synchronised past it. */
export interface Device {
  readonly id: string;
  readonly name: string;
  readonly siteId: string;
  readonly status: DeviceStatus;
  /** No mark of it is awaited from before. */
  readonly activeFromAt: Date;
  /** Everything captured before this moment has arrived; null: never heard of. Never goes back. */
  readonly syncedThroughAt: Date | null;
  readonly lastSeenAt: Date | null;
  /** Its clock minus ours at the last contact; null: not known. */
  readonly clockOffsetMs: number | null;
  /** Printed on a terminal that pushes its marks; unique, in capitals. Null or absent: it does not push. */
  readonly serialNumber?: string | null;
  /** Up to where the terminal has pushed, in its own words; null or absent: nothing yet. */
  readonly pushStamp?: string | null;
  /** Since when a terminal calls without a pause and has nothing old to send; null or absent: not known. */
  readonly quietSinceAt?: Date | null;
  /** P-256, SPKI in base64url: what its requests are signed for. Null or absent: it is not paired. */
  readonly publicKey?: string | null;
  /** Since when `publicKey` is its key. */
  readonly pairedAt?: Date | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}
