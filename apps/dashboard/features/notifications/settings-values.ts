import type { NotificationChannel, NotificationKind, Role } from '@rollcall/contracts';
import type { NotificationSettingsQuery, UpdateNotificationSettingsInput } from '../../gql/graphql';

type Settings = NotificationSettingsQuery['notificationSettings'];

/** The form's own shape: channels by role and kind. */
export interface SettingsValues {
  readonly channels: Readonly<Record<string, NotificationChannel[]>>;
  readonly isQuiet: boolean;
  readonly quietFrom: string;
  readonly quietTo: string;
  readonly approvalDueHours: number;
  readonly silentDeviceHours: number;
  readonly refusedAttempts: number;
}

export const ruleKey = (role: Role, kind: NotificationKind): string => `${role}/${kind}`;

/** What the fields hold before anybody chose quiet hours. */
const EVENING = '20:00';
const MORNING = '07:00';

export function toValues(settings: Settings): SettingsValues {
  const { rules, quietFrom, quietTo, approvalDueHours, silentDeviceHours, refusedAttempts } = settings;
  return {
    channels: Object.fromEntries(rules.map(({ role, kind, channels }) => [ruleKey(role, kind), [...channels]])),
    ...{ isQuiet: quietFrom !== null, quietFrom: quietFrom ?? EVENING, quietTo: quietTo ?? MORNING },
    ...{ approvalDueHours, silentDeviceHours, refusedAttempts },
  };
}

export function toInput(values: SettingsValues, version: number): UpdateNotificationSettingsInput {
  const { channels, isQuiet, quietFrom, quietTo, approvalDueHours, silentDeviceHours, refusedAttempts } = values;
  const rules = Object.entries(channels).map(([key, chosen]) => {
    const [role, kind] = key.split('/') as [Role, NotificationKind];
    return { role, kind, channels: chosen };
  });
  const quiet = isQuiet ? { quietHours: { from: quietFrom, to: quietTo } } : { hasNoQuietHours: true };
  return { version, rules, ...quiet, approvalDueHours, silentDeviceHours, refusedAttempts };
}
