/** `rk_<id>_<secret>`: the id finds the key, the secret proves it. */
const FORMAT = /^rk_([0-9a-f]{6,64})_([A-Za-z0-9_-]{20,100})$/;

export interface ApiKeyParts {
  readonly id: string;
  readonly secret: string;
}

export function formatApiKey(id: string, secret: string): string {
  return `rk_${id}_${secret}`;
}

export function parseApiKey(text: string): ApiKeyParts | null {
  const [, id, secret] = FORMAT.exec(text) ?? [];
  return id === undefined || secret === undefined ? null : { id, secret };
}
