import type { AuditEntryDocument, AuditHeadDocument } from '../models/audit-entry.model.js';
import { chainLink, entryMac, GENESIS, headMac, isSameCode } from './audit-chain.js';

export type AuditFaultReason =
  /** What the entry says is not what was written. */
  | 'CONTENT_CHANGED'
  /** The entry is not linked to the one before it: moved, exchanged or inserted. */
  | 'CHAIN_BROKEN'
  /** One or more entries before this one are missing. */
  | 'GAP'
  /** Entries at the end are missing, or the end was moved. */
  | 'TRUNCATED'
  /** The head of the chain is missing or was not written by a sealer. */
  | 'HEAD_CHANGED';

export interface AuditFault {
  readonly reason: AuditFaultReason;
  /** Place in the chain; null for an entry that waits for sealing. */
  readonly sequence: number | null;
  readonly entryId: string | null;
}

/** A place of the chain noted elsewhere (the daily export): it must still be there. */
export interface AuditAnchor {
  readonly sequence: number;
  readonly chain: string;
}

export type AuditVerification =
  | { readonly isIntact: true; readonly sealedCount: number; readonly pendingCount: number; readonly head: AuditAnchor }
  | { readonly isIntact: false; readonly checkedCount: number; readonly firstFault: AuditFault };

export interface VerifyOptions {
  readonly auditKey: Buffer;
  readonly head: AuditHeadDocument | null;
  /** In the order of `sequence`, as stored, unknown fields included. */
  readonly sealed: AsyncIterable<AuditEntryDocument>;
  readonly pending: AsyncIterable<AuditEntryDocument>;
  readonly anchors?: readonly AuditAnchor[];
}

/** Follows the chain from its start and names the first entry that is not as it was written. */
export async function verifyAuditChain(options: VerifyOptions): Promise<AuditVerification> {
  const { auditKey, head } = options;
  const anchors = new Map((options.anchors ?? []).map((anchor) => [anchor.sequence, anchor.chain]));
  let position: AuditAnchor = { sequence: 0, chain: GENESIS };
  const failed = (fault: AuditFault): AuditVerification => ({
    isIntact: false,
    checkedCount: position.sequence,
    firstFault: fault,
  });

  for await (const entry of options.sealed) {
    const reason = linkFault(auditKey, entry, position);
    if (reason !== null) return failed({ reason, sequence: entry.sequence ?? null, entryId: String(entry._id) });
    position = { sequence: position.sequence + 1, chain: entry.chain ?? '' };
    const noted = anchors.get(position.sequence);
    if (noted !== undefined && noted !== position.chain) {
      return failed({ reason: 'CHAIN_BROKEN', sequence: position.sequence, entryId: String(entry._id) });
    }
  }
  const endFault = headFault(auditKey, head, position, anchors);
  if (endFault !== null) return failed({ reason: endFault, sequence: position.sequence, entryId: null });

  let pendingCount = 0;
  for await (const entry of options.pending) {
    if (!isContentIntact(auditKey, entry))
      return failed({ reason: 'CONTENT_CHANGED', sequence: null, entryId: String(entry._id) });
    pendingCount += 1;
  }
  return { isIntact: true, sealedCount: position.sequence, pendingCount, head: position };
}

function isContentIntact(auditKey: Buffer, entry: AuditEntryDocument): boolean {
  try {
    return isSameCode(entry.mac, entryMac(auditKey, entry));
  } catch {
    // Something that never was plain JSON, so not written by us.
    return false;
  }
}

function linkFault(auditKey: Buffer, entry: AuditEntryDocument, position: AuditAnchor): AuditFaultReason | null {
  const sequence = position.sequence + 1;
  if (entry.sequence !== sequence) return 'GAP';
  if (!isContentIntact(auditKey, entry)) return 'CONTENT_CHANGED';
  const { mac, sealedAt } = entry;
  if (!(sealedAt instanceof Date) || entry.previous !== position.chain) return 'CHAIN_BROKEN';
  return isSameCode(entry.chain, chainLink(auditKey, { sequence, previous: position.chain, mac, sealedAt }))
    ? null
    : 'CHAIN_BROKEN';
}

function headFault(
  auditKey: Buffer,
  head: AuditHeadDocument | null,
  position: AuditAnchor,
  anchors: ReadonlyMap<number, string>,
): AuditFaultReason | null {
  if (Math.max(0, ...anchors.keys()) > position.sequence) return 'TRUNCATED';
  if (head === null) return position.sequence === 0 ? null : 'HEAD_CHANGED';
  if (!isSameCode(head.mac, headMac(auditKey, head.sequence, head.chain))) return 'HEAD_CHANGED';
  return head.sequence === position.sequence && head.chain === position.chain ? null : 'TRUNCATED';
}
