import type { NotificationChannel, NotificationKind, Role } from '@rollcall/contracts';

/** Of what one role is told, and how. */
export interface NotificationRule {
  readonly role: Role;
  readonly kind: NotificationKind;
  readonly channels: readonly NotificationChannel[];
}

/** Who is told of what. A role and kind without a rule is not told. */
export interface NotificationSettings {
  readonly rules: readonly NotificationRule[];
  /** Letters wait from … to … o'clock where it happened, HH:MM, also across midnight; null: they never wait. */
  readonly quietHours: { readonly from: string; readonly to: string } | null;
  /** How long a request waits until somebody is told, hours; 0: at once. */
  readonly approvalDueHours: number;
  /** How long nothing is heard of a device until somebody is told, hours. */
  readonly silentDeviceHours: number;
  /** How many refused attempts of one person or device within an hour are told. */
  readonly refusedAttempts: number;
}

const inApp = (role: Role, ...kinds: readonly NotificationKind[]): readonly NotificationRule[] =>
  kinds.map((kind) => ({ role, kind, channels: ['IN_APP'] }));

/** Where the figures come from: docs/adr/0142-notifications.md. */
export const DEFAULT_NOTIFICATION_SETTINGS: NotificationSettings = {
  rules: [
    ...inApp('OWNER', 'APPROVAL_DUE', 'SILENT_DEVICE', 'REFUSED_ATTEMPTS'),
    ...inApp('HR_ADMIN', 'MISSING_MARK', 'APPROVAL_DUE', 'SILENT_DEVICE', 'REFUSED_ATTEMPTS'),
    ...inApp('MANAGER', 'MISSING_MARK', 'LATE', 'APPROVAL_DUE', 'SILENT_DEVICE'),
    ...inApp('EMPLOYEE', 'MISSING_MARK'),
  ],
  quietHours: { from: '20:00', to: '07:00' },
  approvalDueHours: 24,
  silentDeviceHours: 24,
  refusedAttempts: 5,
};
