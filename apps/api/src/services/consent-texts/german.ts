import type { ConsentTexts } from './consent-text.types.js';

const PURPOSE = 'Erfassung der Anwesenheit durch Gesichtsvergleich';

const MADE =
  'Ich willige ein, dass mein Arbeitgeber aus Fotos, die zu diesem Zweck aufgenommen werden, eine Vorlage meines Gesichts aus Zahlen erstellt, sie verschlüsselt aufbewahrt und sie mit dem Kamerabild vergleicht, wenn ich meine Anwesenheit erfasse.';
const NOTHING_ELSE =
  'Die Vorlage wird für nichts anderes verwendet. Sie wird an niemanden weitergegeben, und aus ihr wird nichts über meine Stimmung, mein Alter, mein Geschlecht oder meine Herkunft abgeleitet.';
const FREE =
  'Ich nehme freiwillig teil. Ich kann meine Anwesenheit auch auf andere Weise mit gleicher Wirkung erfassen, und eine Ablehnung bringt mir keinen Nachteil.';
const WITHDRAWAL =
  'Ich kann diese Einwilligung jederzeit und ohne Angabe von Gründen widerrufen. Von da an darf die Vorlage nicht mehr verwendet werden und wird gelöscht. Sie wird auch gelöscht, nachdem ich die Organisation verlassen habe.';
const PHOTOS =
  'Ich willige außerdem ein, dass jedes Mal, wenn ich mein Gesicht zur Erfassung zeige, ein Bild davon verschlüsselt aufbewahrt wird, höchstens 90 Tage, damit eine zweifelhafte Erfassung überprüft werden kann. Die Fotos meiner Registrierung dürfen verschlüsselt so lange aufbewahrt werden wie die Vorlage, damit diese neu erstellt werden kann. Nur wer für die Anwesenheit verantwortlich ist, darf ein Bild ansehen, und jedes Ansehen wird protokolliert.';
const WITHDRAWAL_OF_ALL =
  'Ich kann diese Einwilligung jederzeit und ohne Angabe von Gründen widerrufen. Von da an dürfen Vorlage und Bilder nicht mehr verwendet werden und werden gelöscht. Sie werden auch gelöscht, nachdem ich die Organisation verlassen habe.';

export const TEXTS_IN_GERMAN: ConsentTexts = {
  1: {
    purpose: PURPOSE,
    body: [MADE, `${NOTHING_ELSE} Die Fotos selbst werden nicht aufbewahrt.`, FREE, WITHDRAWAL].join('\n\n'),
  },
  2: { purpose: PURPOSE, body: [MADE, NOTHING_ELSE, PHOTOS, FREE, WITHDRAWAL_OF_ALL].join('\n\n') },
};
