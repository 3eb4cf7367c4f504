import type { LetterWording } from './wording.js';

export const EN: LetterWording = {
  invitation: {
    subject: (organisation) => `Your access to Rollcall at ${organisation}`,
    invites: (organisation) => `${organisation} invites you to Rollcall, its attendance system.`,
    open: (days) => `Open this link within ${days} days and choose a password:`,
    once: 'The link works once. If you did not expect it, you need not do anything.',
  },
  passwordReset: {
    subject: 'A new password for Rollcall',
    asked: (organisation) => `Somebody asked for a new password for your account at ${organisation}.`,
    open: (minutes) => `Open this link within ${minutes} minutes to choose one:`,
    otherwise: 'If that was not you, you need not do anything: your password stays as it is.',
  },
  notifications: {
    subject: (count) => `${count} notifications from Rollcall`,
    at: (organisation) => `At ${organisation}:`,
    more: (count) => `And ${count} more:`,
    comma: ', ',
    settings: 'Who gets which letters is set in Rollcall under Settings, Notifications.',
    approvals: {
      CORRECTION: 'A correction waits',
      LEAVE: 'A leave request waits',
      OVERTIME: 'Overtime waits for approval',
      OTHER: 'A decision is waited for',
    },
    kinds: { MISSING_MARK: 'A mark is missing', LATE: 'Came late', SILENT_DEVICE: 'A device is silent' },
    refused: (count) => `${count} refused attempts within an hour`,
  },
  report: {
    range: (from, to) => `${from} to ${to}`,
    about: (name, organisation, dates) => `The report “${name}” of ${organisation}, ${dates}.`,
    attached: (fileName) => `It is attached as ${fileName}.`,
    tooLarge: 'The file is too large for a letter.',
    open: 'In Rollcall, after signing in:',
    change: 'Whoever made the schedule can change or end it.',
  },
};
