import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { MailTransport } from './mail.js';

export interface MailboxOptions {
  /** Made when the first letter comes; letters are readable by their owner only, for they hold links that open accounts. */
  readonly folder: string;
  readonly now: () => Date;
  readonly newId: () => string;
}

/** Where no mail server is set: each letter becomes a text file. */
export function mailboxTransport({ folder, now, newId }: MailboxOptions): MailTransport {
  return {
    isDelivering: false,
    send: async ({ to, subject, text }) => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const name = `${now().toISOString().replace(/[:.]/g, '-')}-${newId()}.txt`;
      await writeFile(path.join(folder, name), `To: ${to}\nSubject: ${subject}\n\n${text}\n`, { mode: 0o600 });
    },
  };
}
