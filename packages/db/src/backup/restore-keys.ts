import { employeeKeyOwner, unwrapDataKey } from '../crypto/key-store.js';
import type { MasterKeyRing } from '../crypto/master-key.js';
import type { DataKeyDocument, ErasedEmployeeDocument, ErasedKeyDocument } from '../models/data-key.model.js';
import type { mongoose } from '../models/mongoose-setup.js';
import { archiveContents } from './archive-contents.js';
import type { ArchiveHeader } from './archive-format.js';
import { BackupError } from './backup.error.js';

/** What the database of the keys is to hold more or less of after a restore. */
export interface KeyPlan {
  readonly missing: readonly DataKeyDocument[];
  /** Keys of the empty installation that would be in the way, and keys that the ledger says are gone. */
  readonly removedIds: readonly string[];
  readonly erasedKeys: readonly ErasedKeyDocument[];
  readonly erasedEmployees: readonly ErasedEmployeeDocument[];
}

interface Ledgers {
  readonly dataKeys: readonly DataKeyDocument[];
  readonly erasedKeys: readonly ErasedKeyDocument[];
  readonly erasedEmployees: readonly ErasedEmployeeDocument[];
}

/**
 * Joins the keys that are there with those of a copy. What either ledger says is gone stays gone; of two keys of one person the
 * one that is there stays, because it is the later one; keys of the system are those that the backup was made with.
 *
 * @throws BackupError if the keys of the backup are in neither, or the master key does not open them
 */
export async function planKeys(
  connection: mongoose.Connection,
  data: ArchiveHeader,
  keysFile: string | undefined,
  ring: MasterKeyRing,
): Promise<KeyPlan> {
  const here = await ledgersHere(connection);
  const copy = keysFile === undefined ? NOTHING : await ledgersOf(keysFile);
  const gone = new Set([...here.erasedKeys, ...copy.erasedKeys].map(({ _id }) => _id));
  const goneOwners = new Set(
    [...here.erasedEmployees, ...copy.erasedEmployees].map(({ _id }) => employeeKeyOwner(_id)),
  );
  const isGone = ({ _id, ownerId }: DataKeyDocument) => gone.has(_id) || goneOwners.has(ownerId);
  const idsHere = new Map(here.dataKeys.map((key) => [key.ownerId, key._id]));
  const isWanted = (key: DataKeyDocument) =>
    data.systemKeys[key.ownerId] === key._id ? idsHere.get(key.ownerId) !== key._id : !idsHere.has(key.ownerId);
  const missing = copy.dataKeys.filter((key) => isWanted(key) && !isGone(key));
  const replacedOwners = new Set(missing.map(({ ownerId }) => ownerId));
  const removed = here.dataKeys.filter((key) => replacedOwners.has(key.ownerId) || isGone(key));
  const removedIds = removed.map(({ _id }) => _id);
  checkOurs(here.dataKeys, copy.dataKeys, removed);
  const kept = here.dataKeys.filter(({ _id }) => !removedIds.includes(_id));
  checkSystemKeys([...kept, ...missing], data, ring);
  return { missing, removedIds, erasedKeys: copy.erasedKeys, erasedEmployees: copy.erasedEmployees };
}

/** Without keys of the system of its own, the installation whose faces they are would be lost. @throws BackupError */
function checkOurs(
  here: readonly DataKeyDocument[],
  copy: readonly DataKeyDocument[],
  removed: readonly DataKeyDocument[],
): void {
  const known = new Set(copy.map(({ ownerId }) => ownerId));
  const isForeign = ({ ownerId }: DataKeyDocument) => ownerId.startsWith(employeeKeyOwner('')) && !known.has(ownerId);
  if (removed.some(({ ownerId }) => !ownerId.startsWith(employeeKeyOwner(''))) && here.some(isForeign))
    throw new BackupError('The database of the keys holds those of other people. Restore with one of its own.');
}

/** @throws BackupError */
function checkSystemKeys(keys: readonly DataKeyDocument[], { systemKeys }: ArchiveHeader, ring: MasterKeyRing): void {
  const byId = new Map(keys.map((key) => [key._id, key]));
  for (const id of Object.values(systemKeys)) {
    const key = byId.get(id);
    if (key === undefined)
      throw new BackupError('The keys of this backup are not here. Name a copy of them with --keys.');
    try {
      unwrapDataKey(key, ring);
    } catch (cause) {
      throw new BackupError('The master key that is here does not open the keys of this backup.', { cause });
    }
  }
}

/** Puts the plan into effect; again does no harm. The ledgers come first: a restore that breaks off brings nobody back. */
export async function writeKeys(connection: mongoose.Connection, plan: KeyPlan): Promise<void> {
  const add = async (name: string, documents: readonly { readonly _id: string }[]): Promise<void> => {
    const operations = documents.map(({ _id, ...rest }) => ({
      updateOne: { filter: { _id }, update: { $setOnInsert: rest }, upsert: true },
    }));
    if (operations.length > 0) await connection.collection<{ _id: string }>(name).bulkWrite(operations);
  };
  await add('erasedKeys', plan.erasedKeys);
  await add('erasedEmployees', plan.erasedEmployees);
  const { removedIds } = plan;
  await connection.collection<{ _id: string }>('dataKeys').deleteMany({ _id: { $in: [...removedIds] } });
  await add('dataKeys', plan.missing);
}

const NOTHING: Ledgers = { dataKeys: [], erasedKeys: [], erasedEmployees: [] };

async function ledgersHere(connection: mongoose.Connection): Promise<Ledgers> {
  const all = <D extends { _id: string }>(name: string) =>
    connection.collection<D>(name).find({}).toArray() as unknown as Promise<readonly D[]>;
  const [dataKeys, erasedKeys, erasedEmployees] = await Promise.all([
    all<DataKeyDocument>('dataKeys'),
    all<ErasedKeyDocument>('erasedKeys'),
    all<ErasedEmployeeDocument>('erasedEmployees'),
  ]);
  return { dataKeys, erasedKeys, erasedEmployees };
}

/** A key is some 300 bytes: those of a hundred thousand people fit into memory. */
async function ledgersOf(file: string): Promise<Ledgers> {
  const found = { dataKeys: [], erasedKeys: [], erasedEmployees: [] } as Record<keyof Ledgers, unknown[]>;
  for await (const { collection, read } of archiveContents(file, 'KEYS'))
    if (Object.hasOwn(found, collection.name)) found[collection.name as keyof Ledgers].push(read());
  return found as unknown as Ledgers;
}
