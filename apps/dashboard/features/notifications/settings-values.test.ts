import { expect, it } from 'vitest';
import { toInput, toValues } from './settings-values';

const SETTINGS = {
  rules: [{ role: 'MANAGER', kind: 'LATE', channels: ['IN_APP', 'MAIL'] }],
  ...{
    quietFrom: '21:00',
    quietTo: '06:00',
    approvalDueHours: 24,
    silentDeviceHours: 12,
    refusedAttempts: 5,
    version: 7,
  },
} as const;
const mutable = { ...SETTINGS, rules: SETTINGS.rules.map((rule) => ({ ...rule, channels: [...rule.channels] })) };

it('what is loaded and sent again changes nothing', () => {
  const { quietFrom: from, quietTo: to, ...rest } = mutable;
  expect(toInput(toValues(mutable), 7)).toEqual({ ...rest, quietHours: { from, to } });
});

it('quiet hours that are turned off are sent as none', () => {
  expect(toInput({ ...toValues(mutable), isQuiet: false }, 7)).toMatchObject({ hasNoQuietHours: true });
  expect(toValues({ ...mutable, quietFrom: null, quietTo: null }).isQuiet).toBe(false);
});
