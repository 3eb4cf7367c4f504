import { randomBytes } from 'node:crypto';

/** The first administrator of the instance under test; the password lives as long as one run. */
const password = process.env.E2E_ADMIN_PASSWORD ?? `e2e-${randomBytes(12).toString('hex')}`;
// Playwright's workers are processes of their own: they read what the first process chose.
process.env.E2E_ADMIN_PASSWORD = password;

export const ADMIN = { email: 'owner@e2e.example', password } as const;
