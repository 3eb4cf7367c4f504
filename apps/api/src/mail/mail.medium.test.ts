import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { afterEach, expect, it } from 'vitest';
import { invitationLetter } from './letters.js';
import { mailboxTransport } from './mailbox-transport.js';
import { smtpTransport } from './smtp-transport.js';

const letter = invitationLetter({
  to: 'ines@example.org',
  language: 'EN',
  organisation: 'Werke\r\nBcc: everybody@example.org',
  link: 'https://rollcall.example.org/invitation#abc',
  days: 7,
});

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function startServer(): Promise<{ readonly port: number; readonly received: string[]; readonly to: string[] }> {
  const received: string[] = [];
  const to: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) => {
      to.push(address);
      done();
    },
    onData: (stream, _session, done) => {
      text(stream).then((mail) => {
        received.push(mail);
        done();
      }, done);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return { port: (server.server.address() as AddressInfo).port, received, to };
}

it('a letter reaches the mail server with its link, and a name with a line break adds no heading', async () => {
  const { port, received, to } = await startServer();
  await smtpTransport(`smtp://127.0.0.1:${port}`, 'rollcall@example.org').send(letter);
  expect(to).toEqual(['ines@example.org']);
  expect(received[0]).toContain('https://rollcall.example.org/invitation#abc');
  expect(received[0]).not.toMatch(/^Bcc:/im);
});

it('an address that holds two is refused and nobody gets the letter', async () => {
  const { port, received } = await startServer();
  const { send } = smtpTransport(`smtp://127.0.0.1:${port}`, 'rollcall@example.org');
  await send({ ...letter, to: 'ines@example.org, eve@example.org' }).catch(() => undefined);
  expect(received.join()).not.toContain('eve@example.org>');
  expect(received).toHaveLength(0);
});

it('a mail server that is not there is an error, not a silence', async () => {
  const { port } = await startServer();
  await closers.pop()?.();
  await expect(smtpTransport(`smtp://127.0.0.1:${port}`, 'rollcall@example.org').send(letter)).rejects.toThrow();
});

it('without a mail server letters become files that only their owner reads', async () => {
  const folder = path.join(await mkdtemp(path.join(tmpdir(), 'rollcall-mail-')), 'mail');
  closers.push(() => rm(path.dirname(folder), { recursive: true }));
  await mailboxTransport({ folder, now: () => new Date('2027-01-31T08:00:00Z'), newId: () => 'one' }).send(letter);
  expect(await readdir(folder)).toEqual(['2027-01-31T08-00-00-000Z-one.txt']);
  const file = path.join(folder, '2027-01-31T08-00-00-000Z-one.txt');
  expect(await readFile(file, 'utf8')).toContain(letter.text);
  expect((await stat(file)).mode & 0o077).toBe(0);
});
