import { expect, it } from 'vitest';
import type { ReportMailRowFragment } from '../../gql/graphql';
import { type ReportMailValues, toReportMail, valuesOf } from './report-mail-values';

const VALUES: ReportMailValues = {
  ...{
    name: ' Hours ',
    kind: 'HOURS',
    siteId: '',
    departmentId: '',
    frequency: 'WEEKLY',
    weekday: '5',
    dayOfMonth: '12',
  },
  ...{ time: '07:00', sentAs: 'LINK', recipientIds: ['u1'] },
};

it.each([
  ['DAILY', { weekday: null, dayOfMonth: null }],
  ['WEEKLY', { weekday: 5, dayOfMonth: null }],
  ['MONTHLY', { weekday: null, dayOfMonth: 12 }],
] as const)('a report that is sent %s has the day that this needs, and no other', (frequency, days) => {
  const sent = { name: 'Hours', kind: 'HOURS', siteId: null, departmentId: null, time: '07:00', locale: 'DE' };
  expect(toReportMail({ ...VALUES, frequency }, 'DE')).toEqual({
    ...{ ...sent, frequency, delivery: 'LINK', recipientIds: ['u1'], ...days },
  });
});

it('a file is named with its format, and a link with none', () => {
  expect(toReportMail({ ...VALUES, sentAs: 'PDF', siteId: 's1' }, 'EN')).toMatchObject({
    ...{ delivery: 'ATTACHMENT', format: 'PDF', siteId: 's1' },
  });
  expect(toReportMail(VALUES, 'EN')).not.toHaveProperty('format');
});

it.each([
  ['a link', { delivery: 'LINK', format: null }],
  ['a file', { delivery: 'ATTACHMENT', format: 'PDF' }],
] as const)('what is sent already as %s stays as it is if nothing is changed', (_, sentAs) => {
  const row: ReportMailRowFragment = {
    ...{
      __typename: 'ReportSchedule',
      id: 'r1',
      version: 3,
      name: 'Hours',
      ownerName: 'Ada',
      kind: 'HOURS',
      locale: 'AR',
    },
    ...{
      siteId: 's1',
      departmentId: 'd1',
      frequency: 'WEEKLY',
      weekday: 7,
      dayOfMonth: null,
      time: '06:15',
      ...sentAs,
    },
    ...{ timeZone: 'Asia/Kolkata', recipients: [{ userId: 'u1', name: 'Ada' }], isPaused: false },
    ...{ nextAt: null, lastSentAt: null, lastProblem: null },
  };
  const { delivery } = sentAs;
  expect(toReportMail(valuesOf(row), row.locale)).toEqual({
    ...{
      name: 'Hours',
      kind: 'HOURS',
      locale: 'AR',
      siteId: 's1',
      departmentId: 'd1',
      frequency: 'WEEKLY',
      weekday: 7,
    },
    ...{ dayOfMonth: null, time: '06:15', recipientIds: ['u1'], delivery },
    ...(delivery === 'LINK' ? {} : { format: 'PDF' }),
  });
});
