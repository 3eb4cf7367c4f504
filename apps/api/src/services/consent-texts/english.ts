import type { ConsentTexts } from './consent-text.types.js';

const PURPOSE = 'Recording attendance by comparing faces';

const MADE =
  'I agree that my employer makes a numerical template of my face from photos taken for this purpose, keeps it encrypted, and compares it with the camera picture when I mark my attendance.';
const NOTHING_ELSE =
  'The template is used for nothing else. It is not given to anyone, and nothing about my mood, age, sex or origin is derived from it.';
const FREE =
  'I take part of my own free will. I can mark my attendance in another way with the same effect, and refusing brings me no disadvantage.';
const WITHDRAWAL =
  'I can withdraw this agreement at any time, without giving a reason. From that moment the template can no longer be used and it is deleted. It is also deleted after I leave the organisation.';
const PHOTOS =
  'I also agree that a picture of my face is kept, encrypted, each time I show it to mark my attendance, for 90 days at most, so that a mark that is in doubt can be checked. The photos of my registration may be kept, encrypted, as long as the template, so that it can be made anew. Only people who answer for attendance may look at a picture, and every look is recorded.';
const WITHDRAWAL_OF_ALL =
  'I can withdraw this agreement at any time, without giving a reason. From that moment the template and the pictures can no longer be used and they are deleted. They are also deleted after I leave the organisation.';

export const TEXTS_IN_ENGLISH: ConsentTexts = {
  1: {
    purpose: PURPOSE,
    body: [MADE, `${NOTHING_ELSE} The photos themselves are not kept.`, FREE, WITHDRAWAL].join('\n\n'),
  },
  2: { purpose: PURPOSE, body: [MADE, NOTHING_ELSE, PHOTOS, FREE, WITHDRAWAL_OF_ALL].join('\n\n') },
};
