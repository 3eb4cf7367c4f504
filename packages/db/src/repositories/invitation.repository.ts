import { DomainError } from '@rollcall/contracts';
import type { Invitation, NewInvitation } from '../entities/invitation.js';
import type { InvitationDocument } from '../models/invitation.model.js';
import type { Collection, WithSession } from './collection.js';
import { entityMapper } from './entity-mapper.js';
import { greaterThan } from './filters.js';
import { findPage, type Page, type PageOrder, type PageRequest } from './paging.js';

/** Without the hash of the token. */
const { fields, ...mapper } = entityMapper<Invitation>()([
  'email',
  'roles',
  'siteIds',
  'departmentIds',
  'employeeId',
  'invitedBy',
  'createdAt',
  'expiresAt',
  'acceptedAt',
  'revokedAt',
]);

/** Letters of before have no departments. */
const toEntity = (document: InvitationDocument): Invitation => ({
  ...mapper.toEntity(document),
  departmentIds: document.departmentIds ?? [],
});

const NEWEST_FIRST: PageOrder = { name: 'CREATED_AT_DESC', field: 'createdAt', direction: -1, kind: 'date' };

/** So long HR sees what became of a letter that is no good any more. */
const KEPT_AFTER_MS = 30 * 24 * 3_600_000;

const openAt = (now: Date) => ({ acceptedAt: null, revokedAt: null, expiresAt: greaterThan(now) });

export class InvitationRepository {
  constructor(private readonly collection: Collection<InvitationDocument>) {}

  async insert({ id, ...invitation }: NewInvitation, options: WithSession = {}): Promise<Invitation> {
    const { roles, siteIds, departmentIds, invitedBy } = invitation;
    const lists = { roles: [...roles], siteIds: [...siteIds], departmentIds: [...departmentIds] };
    const deleteAt = new Date(invitation.expiresAt.getTime() + KEPT_AFTER_MS);
    const document = { _id: id, ...invitation, ...lists, invitedBy: { ...invitedBy }, deleteAt };
    await this.collection.insert(document, options);
    return toEntity(document);
  }

  /** Newest first. */
  async list(page: PageRequest): Promise<Page<Invitation>> {
    const { collection } = this;
    return findPage({ collection, filter: {}, order: NEWEST_FIRST, page, fields, toEntity });
  }

  /** @throws DomainError NOT_FOUND unknown, used, revoked or expired: it never says which */
  async getOpen(tokenHash: string, now: Date): Promise<Invitation> {
    return toEntity(await this.collection.getOne({ tokenHash, ...openAt(now) }, { fields }));
  }

  async findOpenByEmail(email: string, now: Date): Promise<Invitation | null> {
    const found = await this.collection.findOne({ email: email.toLowerCase(), ...openAt(now) }, { fields });
    return found && toEntity(found);
  }

  /** Uses it up; of many at once one succeeds. @throws DomainError NOT_FOUND if it is not open (any more) */
  async take(id: string, now: Date): Promise<Invitation> {
    const taken = await this.collection.findOneAndUpdate({ _id: id, ...openAt(now) }, { $set: { acceptedAt: now } });
    if (taken === null) throw new DomainError('NOT_FOUND');
    return toEntity(taken);
  }

  /** It was taken but led to nothing: it can be used again. */
  async giveBack(id: string): Promise<void> {
    await this.collection.updateOne({ _id: id }, { $set: { acceptedAt: null } });
  }

  /** @throws DomainError NOT_FOUND; CONFLICT if it was accepted */
  async revoke(id: string, now: Date, options: WithSession = {}): Promise<Invitation> {
    await this.collection.updateOne(
      { _id: id, acceptedAt: null, revokedAt: null },
      { $set: { revokedAt: now } },
      options,
    );
    const found = toEntity(await this.collection.getOne({ _id: id }, { ...options, fields }));
    if (found.revokedAt === null) throw new DomainError('CONFLICT');
    return found;
  }

  /** The letters sent to an address before stop working. */
  async revokeOpen(email: string, now: Date, options: WithSession = {}): Promise<void> {
    await this.collection.updateMany(
      { email, acceptedAt: null, revokedAt: null },
      { $set: { revokedAt: now } },
      options,
    );
  }
}
