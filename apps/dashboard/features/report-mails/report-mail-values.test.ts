import { expect, it } from 'vitest';
import { type ReportMailValues, toReportMail } from './report-mail-values';

const VALUES: ReportMailValues = {
  ...{ name: ' Hours ', kind: 'HOURS', siteId: '', frequency: 'WEEKLY', weekday: '5', dayOfMonth: '12' },
  ...{ time: '07:00', sentAs: 'LINK', recipientIds: ['u1'] },
};

it.each([
  ['DAILY', { weekday: null, dayOfMonth: null }],
  ['WEEKLY', { weekday: 5, dayOfMonth: null }],
  ['MONTHLY', { weekday: null, dayOfMonth: 12 }],
] as const)('a report that is sent %s has the day that this needs, and no other', (frequency, days) => {
  const sent = { name: 'Hours', kind: 'HOURS', siteId: null, time: '07:00', locale: 'DE', recipientIds: ['u1'] };
  expect(toReportMail({ ...VALUES, frequency }, 'DE')).toEqual({ ...sent, frequency, delivery: 'LINK', ...days });
});

it('a file is named with its format, and a link with none', () => {
  expect(toReportMail({ ...VALUES, sentAs: 'PDF', siteId: 's1' }, 'EN')).toMatchObject({
    ...{ delivery: 'ATTACHMENT', format: 'PDF', siteId: 's1' },
  });
  expect(toReportMail(VALUES, 'EN')).not.toHaveProperty('format');
});
