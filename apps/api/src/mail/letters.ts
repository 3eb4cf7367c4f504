import type { Mail, MailAttachment } from './mail.js';

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

interface ReportLetter extends Letter {
  /** What the schedule is called. */
  readonly name: string;
  /** YYYY-MM-DD, both included. */
  readonly range: { readonly from: string; readonly to: string };
  /** Null: the link alone. */
  readonly attachment: MailAttachment | null;
  /** Whether there would be a file, were it smaller. */
  readonly isTooLarge: boolean;
}

export function reportLetter({ to, organisation, link, name, range, attachment, isTooLarge }: ReportLetter): Mail {
  const dates = range.from === range.to ? range.from : `${range.from} to ${range.to}`;
  return {
    ...{ to, attachment },
    subject: `${plain(name)}: ${dates}`,
    text: [
      `The report “${plain(name)}” of ${plain(organisation)}, ${dates}.`,
      ...(attachment === null ? [] : [`It is attached as ${attachment.fileName}.`]),
      ...(isTooLarge ? ['The file is too large for a letter.'] : []),
      `In Rollcall, after signing in:\n${link}`,
      'Whoever made the schedule can change or end it.',
    ].join('\n\n'),
  };
}
