import type { Mail } from './mail.js';

interface Letter {
  readonly to: string;
  readonly organisation: string;
  readonly link: string;
}

/** Names come from people: a line break in one must not look like text of ours. */
const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

export function invitationLetter({ to, organisation, link, days }: Letter & { readonly days: number }): Mail {
  const name = plain(organisation);
  return {
    to,
    subject: `Your access to Rollcall at ${name}`,
    text: [
      `${name} invites you to Rollcall, its attendance system.`,
      `Open this link within ${days} days and choose a password:`,
      link,
      'The link works once. If you did not expect it, you need not do anything.',
    ].join('\n\n'),
  };
}

export function passwordResetLetter({ to, organisation, link, minutes }: Letter & { readonly minutes: number }): Mail {
  return {
    to,
    subject: 'A new password for Rollcall',
    text: [
      `Somebody asked for a new password for your account at ${plain(organisation)}.`,
      `Open this link within ${minutes} minutes to choose one:`,
      link,
      'If that was not you, you need not do anything: your password stays as it is.',
    ].join('\n\n'),
  };
}

export interface LetterLine {
  readonly text: string;
  readonly link: string;
}

/** More would be no letter any more; the dashboard has all. */
const MAX_LINES = 30;

/** @param lines at least one */
export function notificationLetter({ to, organisation, link, lines }: Letter & { lines: readonly LetterLine[] }): Mail {
  const shown = lines.slice(0, MAX_LINES).map((line) => `${plain(line.text)}\n${line.link}`);
  const more = lines.length - shown.length;
  const [first] = lines;
  return {
    to,
    subject: lines.length === 1 && first ? plain(first.text) : `${lines.length} notifications from Rollcall`,
    text: [
      `At ${plain(organisation)}:`,
      ...shown,
      ...(more > 0 ? [`And ${more} more:\n${link}`] : []),
      'Who gets which letters is set in Rollcall under Settings, Notifications.',
    ].join('\n\n'),
  };
}
