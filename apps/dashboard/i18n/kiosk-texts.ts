/** The groups of the catalogue that a kiosk shows. All of it is six times as much, and a tablet at a door is slow. */
export const KIOSK_TEXTS = [
  'app',
  'common',
  'nav',
  'error',
  'outcome',
  'outcomeHint',
  'qualityReason',
  'attendanceKind',
  'camera',
  'mark',
  'kiosk',
  'movement',
  'livenessFailure',
] as const;

/** What stands around every part of the site. */
export const ERROR_TEXTS = ['app', 'common', 'errorPage'] as const;

/** Some groups of a catalogue. */
export function pickTexts<Texts extends object, const Group extends keyof Texts>(
  texts: Texts,
  groups: readonly Group[],
): Pick<Texts, Group> {
  return Object.fromEntries(groups.map((group) => [group, texts[group]])) as Pick<Texts, Group>;
}
