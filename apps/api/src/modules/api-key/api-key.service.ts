import { randomBytes } from 'node:crypto';
import { DomainError } from '@rollcall/contracts';
import { type ApiKey, hashApiKeySecret } from '@rollcall/db';
import { authorise } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { badInput } from '../../services/bad-input.js';
import { actorRef, auditEntry, type ServiceContext, writeWitnessed } from '../../services/service-context.js';
import type { CreateApiKeyInput, RotateApiKeyInput } from './api-key.inputs.js';
import { formatApiKey, parseApiKey } from './api-key-text.js';

export interface CreatedApiKey {
  readonly apiKey: ApiKey;
  /** The only time the secret exists outside its hash. */
  readonly key: string;
}

const SECRET_BYTES = 32;
const ID_BYTES = 9;
const HOUR_MS = 3600_000;

export class ApiKeyService {
  constructor(private readonly context: ServiceContext) {}

  async list(actor: Actor): Promise<readonly ApiKey[]> {
    authorise(actor, 'admin');
    return this.context.db.apiKeys.listAll();
  }

  /** @throws DomainError BAD_USER_INPUT if it would be expired from the start */
  async create(actor: Actor, input: CreateApiKeyInput): Promise<CreatedApiKey> {
    authorise(actor, 'admin');
    const { db, now } = this.context;
    const at = now();
    const name = input.name.trim();
    if (name === '') throw badInput('name', 'This must not be empty.');
    if (input.expiresAt != null && input.expiresAt <= at) throw badInput('expiresAt', 'This is in the past.');
    const secret = randomBytes(SECRET_BYTES).toString('base64url');
    const newKey = {
      id: randomBytes(ID_BYTES).toString('hex'),
      name,
      scopes: [...input.scopes],
      padPolicy: input.padPolicy,
      createdBy: actorRef(actor),
      createdAt: at,
      expiresAt: input.expiresAt ?? null,
      lastUsedAt: null,
      revokedAt: null,
      secretHash: hashApiKeySecret(secret),
    };
    return db.withTransaction(async (session) => {
      const apiKey = await db.apiKeys.insert(newKey, { session });
      const details = { name, scopes: [...input.scopes], padPolicy: input.padPolicy };
      const witnessed = { action: 'API_KEY_CREATED', target: { kind: 'API_KEY', id: apiKey.id }, details };
      await db.audit.insert(auditEntry(this.context, actor, witnessed), { session });
      return { apiKey, key: formatApiKey(apiKey.id, secret) };
    });
  }

  /**
   * A new secret; the old one works until the overlap is over, or the key ends.
   *
   * @throws DomainError NOT_FOUND; BAD_USER_INPUT for a key that is revoked or over, and for an end in the past
   */
  async rotate(actor: Actor, input: RotateApiKeyInput): Promise<CreatedApiKey> {
    authorise(actor, 'admin');
    const { db, now } = this.context;
    const { id, overlapHours } = input;
    const at = now();
    if (input.expiresAt != null && input.expiresAt <= at) throw badInput('expiresAt', 'This is in the past.');
    const secret = randomBytes(SECRET_BYTES).toString('base64url');
    const details = { overlapHours };
    const witnessed = { action: 'API_KEY_ROTATED', target: () => ({ kind: 'API_KEY', id }), details };
    const apiKey = await writeWitnessed(this.context, actor, witnessed, async (session) => {
      const { expiresAt: end, revokedAt } = await db.apiKeys.getById(id, { session });
      if (revokedAt !== null || (end !== null && end <= at)) throw badInput('id', 'This key does not work any more.');
      const overlapEnd = new Date(at.getTime() + overlapHours * HOUR_MS);
      const previousWorksUntil = end !== null && end < overlapEnd ? end : overlapEnd;
      const next = { secretHash: hashApiKeySecret(secret), previousWorksUntil, expiresAt: input.expiresAt ?? end };
      return db.apiKeys.rotate(id, next, { session });
    });
    return { apiKey, key: formatApiKey(id, secret) };
  }

  /** @throws DomainError NOT_FOUND */
  async revoke(actor: Actor, id: string): Promise<ApiKey> {
    authorise(actor, 'admin');
    const { db, now } = this.context;
    return db.withTransaction(async (session) => {
      const apiKey = await db.apiKeys.revoke(id, now(), { session });
      const witnessed = { action: 'API_KEY_REVOKED', target: { kind: 'API_KEY', id } };
      await db.audit.insert(auditEntry(this.context, actor, witnessed), { session });
      return apiKey;
    });
  }

  /** The actor behind a key. @throws DomainError UNAUTHENTICATED for anything but a live key; it never says why */
  async authenticate(text: string): Promise<Omit<Actor, 'requestId'>> {
    const parts = parseApiKey(text);
    const found =
      parts === null ? null : await this.context.db.apiKeys.authenticate(parts.id, parts.secret, this.context.now());
    if (found === null) throw new DomainError('UNAUTHENTICATED');
    const { id, name, scopes, padPolicy } = found;
    const nobody = { email: null, roles: [], siteIds: null, departmentIds: [], employeeId: null };
    return { kind: 'API_KEY', id, name, scopes: new Set(scopes), padPolicy, ...nobody };
  }
}
