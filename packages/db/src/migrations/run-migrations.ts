import { initialSettings } from './0001-initial-settings.js';
import { organisation } from './0002-organisation.js';
import { verdictsAsText } from './0003-verdicts-as-text.js';
import { indexesThatAreUsed } from './0004-indexes-that-are-used.js';
import { lastDays } from './0005-last-days.js';
import { noPhotosUnasked } from './0006-no-photos-unasked.js';
import { listsThatEnd } from './0007-lists-that-end.js';
import { type Migration, type MigrationContext, MigrationError } from './migration.js';
import { withMigrationLock } from './migration-lock.js';

interface AppliedMigration {
  _id: number;
  name: string;
  appliedAt: Date;
}

export const MIGRATIONS: readonly Migration[] = [
  initialSettings,
  organisation,
  verdictsAsText,
  indexesThatAreUsed,
  lastDays,
  noPhotosUnasked,
  listsThatEnd,
];

/**
 * Makes the indexes that are missing, then runs the migrations that have not run, in order, one process at a time.
 *
 * @returns the versions that ran now
 * @throws MigrationError if the database was made by a newer version, or a step fails (its cause says why)
 */
export async function runMigrations(context: MigrationContext, migrations = MIGRATIONS): Promise<readonly number[]> {
  const { connection, now, newId } = context;
  const applied = connection.collection<AppliedMigration>('migrations');
  return withMigrationLock({ connection, now, ownerId: newId() }, async () => {
    const versions = new Set((await applied.find().toArray()).map((one) => one._id));
    const newest = Math.max(0, ...versions);
    const known = migrations.at(-1)?.version ?? 0;
    if (newest > known) {
      throw new MigrationError(
        `This database is of version ${newest}, this program knows version ${known}. Start the newer program.`,
      );
    }
    await ensureIndexes(context);
    const missing = migrations.filter((migration) => !versions.has(migration.version));
    for (const migration of missing) {
      await runOne(migration, context);
      await applied.insertOne({ _id: migration.version, name: migration.name, appliedAt: now() });
    }
    return missing.map((migration) => migration.version);
  });
}

async function runOne(migration: Migration, context: MigrationContext): Promise<void> {
  try {
    await migration.run(context);
  } catch (cause) {
    throw new MigrationError(`Migration ${migration.version} (${migration.name}) failed. It can be run again.`, {
      cause,
    });
  }
}

/** Collections come first: a transaction can't always make them. */
async function ensureIndexes({ models, keyModels }: MigrationContext): Promise<void> {
  const all = [...Object.values(models), ...Object.values(keyModels)];
  await Promise.all(
    all.map(async ({ model }) => {
      await model.createCollection();
      await model.createIndexes();
    }),
  );
}
