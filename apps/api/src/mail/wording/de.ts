import type { LetterWording } from './wording.js';

export const DE: LetterWording = {
  invitation: {
    subject: (organisation) => `Ihr Zugang zu Rollcall bei ${organisation}`,
    invites: (organisation) => `${organisation} lädt Sie zu Rollcall ein, der Zeiterfassung des Hauses.`,
    open: (days) => `Öffnen Sie innerhalb von ${days} Tagen diesen Link und wählen Sie ein Passwort:`,
    once: 'Der Link gilt einmal. Haben Sie ihn nicht erwartet, brauchen Sie nichts zu tun.',
  },
  passwordReset: {
    subject: 'Ein neues Passwort für Rollcall',
    asked: (organisation) => `Jemand hat für Ihr Konto bei ${organisation} ein neues Passwort angefordert.`,
    open: (minutes) => `Öffnen Sie innerhalb von ${minutes} Minuten diesen Link, um eines zu wählen:`,
    otherwise: 'Waren Sie das nicht, brauchen Sie nichts zu tun: Ihr Passwort bleibt, wie es ist.',
  },
  notifications: {
    subject: (count) => `${count} Benachrichtigungen von Rollcall`,
    at: (organisation) => `Bei ${organisation}:`,
    more: (count) => `Und ${count} weitere:`,
    comma: ', ',
    settings: 'Wer welche E-Mails bekommt, steht in Rollcall unter Einstellungen, Benachrichtigungen.',
    approvals: {
      CORRECTION: 'Eine Korrektur wartet',
      LEAVE: 'Ein Urlaubsantrag wartet',
      OVERTIME: 'Überstunden warten auf Genehmigung',
      OTHER: 'Eine Entscheidung steht aus',
    },
    kinds: { MISSING_MARK: 'Eine Buchung fehlt', LATE: 'Kam zu spät', SILENT_DEVICE: 'Gerät ist stumm' },
    refused: (count) => `${count} abgewiesene Versuche in einer Stunde`,
  },
  report: {
    range: (from, to) => `${from} bis ${to}`,
    about: (name, organisation, dates) => `Der Bericht „${name}“ von ${organisation}, ${dates}.`,
    attached: (fileName) => `Er liegt bei: ${fileName}.`,
    tooLarge: 'Die Datei ist zu groß für eine E-Mail.',
    open: 'In Rollcall, nach der Anmeldung:',
    change: 'Wer das eingerichtet hat, kann es ändern oder beenden.',
  },
};
