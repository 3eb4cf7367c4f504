import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { MailTransport } from './mail.js';

export interface MailboxOptions {
  /** Made when the first letter comes; letters are readable by their owner only, for they hold links that open accounts. */
  readonly folder: string;
  readonly now: () => Date;
  readonly newId: () => string;
}

/** Where no mail server is set: each letter becomes a text file, and a file in it one beside it. */
export function mailboxTransport({ folder, now, newId }: MailboxOptions): MailTransport {
  return {
    isDelivering: false,
    send: async ({ to, subject, text, attachment }) => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const name = `${now().toISOString().replace(/[:.]/g, '-')}-${newId()}`;
      const mode = 0o600;
      if (attachment != null)
        await writeFile(path.join(folder, `${name}-${attachment.fileName}`), attachment.bytes, { mode });
      await writeFile(path.join(folder, `${name}.txt`), `To: ${to}\nSubject: ${subject}\n\n${text}\n`, { mode });
    },
  };
}
