import { createHash } from 'node:crypto';

export interface ConsentTextVersion {
  readonly version: string;
  readonly purpose: string;
  readonly body: string;
}

/** Every text that was ever shown stays here unchanged: records name its version and hash. */
const TEXTS: readonly ConsentTextVersion[] = [
  {
    version: '1',
    purpose: 'Recording attendance by comparing faces',
    body: [
      'I agree that my employer makes a numerical template of my face from photos taken for this purpose, keeps it encrypted, and compares it with the camera picture when I mark my attendance.',
      'The template is used for nothing else. It is not given to anyone, and nothing about my mood, age, sex or origin is derived from it. The photos themselves are not kept.',
      'I take part of my own free will. I can mark my attendance in another way with the same effect, and refusing brings me no disadvantage.',
      'I can withdraw this agreement at any time, without giving a reason. From that moment the template can no longer be used and it is deleted. It is also deleted after I leave the organisation.',
    ].join('\n\n'),
  },
];

export function findConsentText(version: string): ConsentTextVersion | null {
  return TEXTS.find((text) => text.version === version) ?? null;
}

/** SHA-256 of purpose and body, hex: what was agreed to, word for word. */
export function hashConsentText({ purpose, body }: ConsentTextVersion): string {
  return createHash('sha256').update(`${purpose}\n\n${body}`, 'utf8').digest('hex');
}
