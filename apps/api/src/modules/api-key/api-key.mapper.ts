import type { ApiKey as ApiKeyEntity } from '@rollcall/db';
import type { ApiKey } from './api-key.types.js';

export function toApiKey(key: ApiKeyEntity): ApiKey {
  const { id, name, scopes, padPolicy, createdAt, expiresAt, lastUsedAt, revokedAt } = key;
  const { previousWorksUntil, previousLastUsedAt } = key;
  return {
    ...{ id, name, scopes, padPolicy, createdAt, expiresAt, lastUsedAt, revokedAt },
    ...{ previousWorksUntil, previousLastUsedAt },
  };
}
