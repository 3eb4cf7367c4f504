import type { ReportLocale } from '../report-files/report-locale.js';
import type { Mail, MailAttachment } from './mail.js';
import { wordingOf } from './wording/wording-of.js';

interface Letter {
  readonly to: string;
  readonly language: ReportLocale;
  readonly organisation: string;
  readonly link: string;
}

/** Names come from people: a line break in one must not look like text of ours. */
const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

const paragraphs = (...parts: readonly string[]) => parts.join('\n\n');

export function invitationLetter({ to, language, organisation, link, days }: Letter & { readonly days: number }): Mail {
  const { invitation } = wordingOf(language);
  const name = plain(organisation);
  const text = paragraphs(invitation.invites(name), invitation.open(days), link, invitation.once);
  return { to, subject: invitation.subject(name), text };
}

export function passwordResetLetter(letter: Letter & { readonly minutes: number }): Mail {
  const { to, language, organisation, link, minutes } = letter;
  const { passwordReset } = wordingOf(language);
  const { subject, otherwise } = passwordReset;
  const text = paragraphs(passwordReset.asked(plain(organisation)), passwordReset.open(minutes), link, otherwise);
  return { to, subject, text };
}

export interface LetterLine {
  readonly text: string;
  readonly link: string;
}

/** More would be no letter any more; the dashboard has all. */
const MAX_LINES = 30;

/** @param lines at least one, in the language of the letter */
export function notificationLetter(letter: Letter & { readonly lines: readonly LetterLine[] }): Mail {
  const { to, language, organisation, link, lines } = letter;
  const { notifications } = wordingOf(language);
  const shown = lines.slice(0, MAX_LINES).map((line) => `${plain(line.text)}\n${line.link}`);
  const more = lines.length - shown.length;
  const [first] = lines;
  return {
    to,
    subject: lines.length === 1 && first ? plain(first.text) : notifications.subject(lines.length),
    text: paragraphs(
      notifications.at(plain(organisation)),
      ...shown,
      ...(more > 0 ? [`${notifications.more(more)}\n${link}`] : []),
      notifications.settings,
    ),
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

export function reportLetter(letter: ReportLetter): Mail {
  const { to, language, organisation, link, name, range, attachment, isTooLarge } = letter;
  const { report } = wordingOf(language);
  const dates = range.from === range.to ? range.from : report.range(range.from, range.to);
  return {
    ...{ to, attachment },
    subject: `${plain(name)}: ${dates}`,
    text: paragraphs(
      report.about(plain(name), plain(organisation), dates),
      ...(attachment === null ? [] : [report.attached(attachment.fileName)]),
      ...(isTooLarge ? [report.tooLarge] : []),
      `${report.open}\n${link}`,
      report.change,
    ),
  };
}
