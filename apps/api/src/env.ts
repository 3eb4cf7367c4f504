import { isIP } from 'node:net';
import path from 'node:path';
import { LIMITS } from '@rollcall/contracts';
import { ENGINE_IDS } from '@rollcall/face-core';
import { z } from 'zod';

const port = (fallback: number) => z.coerce.number().int().min(1).max(65_535).default(fallback);

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Loopback and what RFC 1918 and RFC 4193 set aside: nothing from the internet. */
const PRIVATE_NETWORKS = '127.0.0.0/8,::1/128,10.0.0.0/8,172.16.0.0/12,192.168.0.0/16,fc00::/7';

function isNetwork(text: string): boolean {
  const [address = '', bits = '', ...rest] = text.split('/');
  const version = isIP(address);
  return rest.length === 0 && version !== 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128);
}

/** Every variable that is read, with its default. `.env.example` is tested against this list. */
export const envSchema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  ROLLCALL_DATA_DIR: z.string().min(1).default('.rollcall'),
  MONGODB_URI: z.string().startsWith('mongodb').optional(),
  KEYS_MONGODB_URI: z.string().startsWith('mongodb').optional(),
  API_PORT: port(4000),
  ROLLCALL_API_HOST: z.string().min(1).default('127.0.0.1'),
  DASHBOARD_PORT: port(3000),
  ROLLCALL_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  ROLLCALL_ORGANISATION: z.string().min(1).max(LIMITS.maxNameLength).default('Our organisation'),
  ROLLCALL_TIME_ZONE: z.string().refine(isTimeZone, 'is not an IANA time zone such as Europe/Berlin').optional(),
  ROLLCALL_ADMIN_EMAIL: z.email().default('admin@rollcall.local'),
  ROLLCALL_ADMIN_PASSWORD: z.string().min(LIMITS.minPasswordLength).max(LIMITS.maxPasswordLength).optional(),
  ROLLCALL_MASTER_KEY: z.string().min(1).optional(),
  ROLLCALL_ADMS_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  ROLLCALL_ADMS_HOST: z.string().min(1).default('127.0.0.1'),
  ROLLCALL_ADMS_NETWORKS: z
    .string()
    .default(PRIVATE_NETWORKS)
    .transform((list) => list.split(',').map((one) => one.trim()))
    .pipe(z.array(z.string().refine(isNetwork, 'is not a list of networks such as 192.168.10.0/24')).min(1)),
  ROLLCALL_WEBHOOKS_TO_PRIVATE: z.enum(['true', 'false']).default('false'),
  ROLLCALL_SESSION_DOCUMENTS: z.enum(['known', 'any']).default('known'),
  ROLLCALL_EXPLORER: z.enum(['true', 'false']).default('true'),
  ROLLCALL_METRICS_TOKEN: z.string().min(16).optional(),
  ROLLCALL_KEY_REQUESTS_PER_MINUTE: z.coerce.number().int().min(1).max(1_000_000).default(12_000),
  ROLLCALL_KEY_FACES_PER_MINUTE: z.coerce.number().int().min(1).max(1_000_000).default(9_000),
  ROLLCALL_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  ROLLCALL_SSO_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  ROLLCALL_SSO_CLIENT_ID: z.string().min(1).optional(),
  ROLLCALL_SSO_CLIENT_SECRET: z.string().min(1).optional(),
  ROLLCALL_SSO_NAME: z.string().min(1).max(60).default('Single sign-on'),
  ROLLCALL_SSO_TRUST_ADDRESSES: z.enum(['true', 'false']).default('false'),
  ROLLCALL_MAIL_FROM: z.email().default('rollcall@localhost.localdomain'),
  ROLLCALL_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  FACE_ENGINE: z.enum(ENGINE_IDS).default('onnx'),
  FACE_PACK: z.string().min(1).default('mobilefacenet-192'),
  FACE_DETECTOR: z.string().min(1).optional(),
  FACE_MODELS: z.string().min(1).optional(),
  FACE_STALE_ACCEPTED: z.string().min(1).optional(),
  FACE_WORKERS: z.coerce.number().int().min(1).max(64).optional(),
});

export type Env = z.infer<typeof envSchema> & {
  /** The PATH variable, where an installed `mongod` is looked for. */
  readonly searchPath: string;
};

export class EnvError extends Error {
  override readonly name = 'EnvError';
}

/**
 * Reads the settings once, at the start. An empty variable counts as not set.
 *
 * @throws EnvError with one line for each variable that cannot be used; values are not repeated, they may be secrets
 */
export function readEnv(source: Readonly<Record<string, string | undefined>> = process.env): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = envSchema.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new EnvError(`These settings cannot be used:\n  ${lines.join('\n  ')}`);
  }
  const searchPath = source.PATH ?? source.Path ?? '';
  return { ...parsed.data, ROLLCALL_DATA_DIR: path.resolve(parsed.data.ROLLCALL_DATA_DIR), searchPath };
}
