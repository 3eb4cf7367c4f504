import type { TestDatabase } from '../../src/testing/index.js';

type NativeDb = TestDatabase['nativeDb'];
type Filter = Record<string, unknown>;

interface Command {
  readonly [name: string]: unknown;
  readonly filter?: Filter;
  readonly query?: Filter;
  readonly q?: Filter;
  readonly limit?: number;
  readonly pipeline?: readonly { readonly $match?: Filter }[];
}

/** What the driver adds to a command and `explain` does not take. */
const OF_THE_DRIVER = /^(lsid|txnNumber|startTransaction|autocommit|readConcern|writeConcern|stmtId|\$.*)$/;

/** How the database answers a command. */
export interface Explained {
  readonly indexes: ReadonlySet<string>;
  readonly documentsExamined: number;
  /** So many documents the command is about. */
  readonly documentsWanted: number;
}

/** Runs the work, and lets the database explain each command that it sent to the collection. */
export async function explainCommands(
  db: NativeDb,
  collection: string,
  work: () => Promise<unknown>,
): Promise<readonly Explained[]> {
  const explained: Explained[] = [];
  const before = await db.collection(collection).find().toArray();
  await db.command({ profile: 2 });
  await work().finally(() => db.command({ profile: 0 }));
  // The commands are explained over what they met, not over what they left behind.
  await db.collection(collection).deleteMany({});
  await db.collection(collection).insertMany(before);
  const profile = db.collection('system.profile');
  const entries = await profile.find({ ns: `${db.databaseName}.${collection}` }).toArray();
  await profile.drop();
  for (const { op, command } of entries) {
    const sent = explainable(collection, op, command as Command);
    if (sent !== null) explained.push(await explain(db, collection, sent));
  }
  return explained;
}

function explainable(collection: string, op: string, command: Command): Command | null {
  const own = Object.fromEntries(Object.entries(command).filter(([name]) => !OF_THE_DRIVER.test(name))) as Command;
  if (op === 'update') return { update: collection, updates: [own], filter: own.q ?? {} };
  if (op === 'remove') return { delete: collection, deletes: [own], filter: own.q ?? {} };
  return 'find' in own || 'findAndModify' in own || 'aggregate' in own ? own : null;
}

async function explain(db: NativeDb, collection: string, sent: Command): Promise<Explained> {
  const filter = sent.filter ?? sent.query ?? sent.pipeline?.[0]?.$match ?? {};
  const { filter: _ours, ...write } = sent;
  const command = 'updates' in sent || 'deletes' in sent ? write : sent;
  const answer = await db.command({ explain: command, verbosity: 'executionStats' });
  const stats = [...valuesOf(answer, 'executionStats')] as { totalDocsExamined: number }[];
  const limit = 'findAndModify' in sent ? 1 : (sent.limit ?? 0);
  return {
    indexes: new Set(
      [...valuesOf(answer, 'winningPlan')].flatMap((plan) => [...valuesOf(plan, 'indexName')] as string[]),
    ),
    documentsExamined: stats.reduce((sum, { totalDocsExamined }) => sum + totalDocsExamined, 0),
    documentsWanted: await db.collection(collection).countDocuments(filter, limit > 0 ? { limit } : {}),
  };
}

/** All values under this name, however deep. */
function* valuesOf(tree: unknown, name: string): Generator<unknown> {
  if (typeof tree !== 'object' || tree === null) return;
  for (const [key, value] of Object.entries(tree)) {
    if (key === name) yield value;
    yield* valuesOf(value, name);
  }
}
