import type { ActorRef } from '../entities/actor.js';
import type { LivenessChallengeRecord } from '../entities/liveness-challenge.js';
import type { LivenessChallengeDocument } from '../models/liveness-challenge.model.js';
import type { Collection } from './collection.js';
import { entityMapper } from './entity-mapper.js';
import { oneOf } from './filters.js';

const { toEntity } = entityMapper<LivenessChallengeRecord>()([
  'actor',
  'subject',
  'actions',
  'issuedAt',
  'expiresAt',
  'usedBy',
  'frameHashes',
  'deleteAt',
]);

export class LivenessChallengeRepository {
  constructor(private readonly collection: Collection<LivenessChallengeDocument>) {}

  async insert({ id, actions, frameHashes, ...rest }: LivenessChallengeRecord): Promise<void> {
    await this.collection.insert({ _id: id, actions: [...actions], frameHashes: [...frameHashes], ...rest });
  }

  /**
   * Takes the challenge for one request; of many that come with it, one gets it. The same request gets it again, so that
   * whoever repeats it after a crash of ours is not turned away.
   *
   * @returns null: there is none of that id for this actor, or another request took it
   */
  async use(id: string, actor: ActorRef, usedBy: string): Promise<LivenessChallengeRecord | null> {
    const filter = { _id: id, 'actor.kind': actor.kind, 'actor.id': actor.id, $or: [{ usedBy: null }, { usedBy }] };
    const found = await this.collection.findOneAndUpdate(filter, { $set: { usedBy } });
    return found && toEntity(found);
  }

  /** Gives it back after a fault of ours, so that nobody has to turn the head twice for it. */
  async release(id: string, usedBy: string): Promise<void> {
    await this.collection.updateOne({ _id: id, usedBy }, { $set: { usedBy: null } });
  }

  /**
   * Keeps the hashes of the frames that answered the challenge until `deleteAt`, then looks whether any of them answered
   * another one. Written first, so that of two requests at once with the same frames at least one sees the other.
   */
  async keepFrames(id: string, hashes: readonly string[], deleteAt: Date): Promise<{ readonly wereSeen: boolean }> {
    await this.collection.updateOne({ _id: id }, { $set: { frameHashes: [...hashes], deleteAt } });
    const holders = await this.collection.find({ frameHashes: oneOf(hashes) }, { fields: ['_id'], limit: 2 });
    return { wereSeen: holders.some(({ _id }) => _id !== id) };
  }
}
