import { NOTIFICATION_CHANNELS } from '@rollcall/contracts';
import type { NotificationRule, NotificationSettings, OrganisationSettings } from '@rollcall/db';
import { authorise } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { badInput } from '../../services/bad-input.js';
import { type ServiceContext, writeWitnessed } from '../../services/service-context.js';
import type { NotificationRuleInput, QuietHoursInput, UpdateNotificationSettingsInput } from './notification.inputs.js';
import { mayBeTold } from './recipients.js';

const TARGET = { kind: 'SETTINGS', id: 'organisation' };
const LOCAL_TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Who is told of what. Kept with the settings of the organisation, whose version it shares. */
export class NotificationSettingsService {
  /** Called when something else may have to be told. */
  onChanged: () => void = () => undefined;

  constructor(private readonly context: ServiceContext) {}

  async get(actor: Actor): Promise<OrganisationSettings> {
    authorise(actor, 'admin');
    return this.context.db.settings.get();
  }

  /** @throws DomainError BAD_USER_INPUT naming the field; CONFLICT if the settings changed since `input.version` */
  async update(actor: Actor, input: UpdateNotificationSettingsInput): Promise<OrganisationSettings> {
    authorise(actor, 'admin');
    const { db, now } = this.context;
    const change = changeOf(input);
    const details = { fields: Object.keys(change).map((field) => `notifications.${field}`) };
    const witnessed = { action: 'NOTIFICATION_SETTINGS_UPDATED', target: () => TARGET, details };
    const updated = await writeWitnessed(this.context, actor, witnessed, async (session) => {
      const { notifications } = await db.settings.get({ session });
      const at = { version: input.version, now: now() };
      return db.settings.update({ notifications: { ...notifications, ...change } }, at, { session });
    });
    this.onChanged();
    return updated;
  }
}

function changeOf(input: UpdateNotificationSettingsInput): Partial<NotificationSettings> {
  const { rules, quietHours, hasNoQuietHours, approvalDueHours, silentDeviceHours, refusedAttempts } = input;
  if (quietHours != null && hasNoQuietHours === true)
    throw badInput('hasNoQuietHours', 'There cannot be quiet hours and none.');
  return {
    ...(rules == null ? {} : { rules: checkedRules(rules) }),
    ...(quietHours == null ? {} : { quietHours: checkedHours(quietHours) }),
    ...(hasNoQuietHours === true ? { quietHours: null } : {}),
    ...(approvalDueHours == null ? {} : { approvalDueHours }),
    ...(silentDeviceHours == null ? {} : { silentDeviceHours }),
    ...(refusedAttempts == null ? {} : { refusedAttempts }),
  };
}

function checkedRules(rules: readonly NotificationRuleInput[]): readonly NotificationRule[] {
  const seen = new Set<string>();
  return rules.flatMap(({ role, kind, channels }, index) => {
    const problem = (text: string) => badInput(`rules[${index}].kind`, text);
    if (!mayBeTold(role, kind)) throw problem('People of this role may not read that.');
    if (seen.has(`${role}:${kind}`)) throw problem('There is another rule for the same role and kind.');
    seen.add(`${role}:${kind}`);
    const wanted = NOTIFICATION_CHANNELS.filter((channel) => channels.includes(channel));
    return wanted.length === 0 ? [] : [{ role, kind, channels: wanted }];
  });
}

function checkedHours({ from, to }: QuietHoursInput): NonNullable<NotificationSettings['quietHours']> {
  for (const [field, time] of Object.entries({ from, to }))
    if (!LOCAL_TIME.test(time)) throw badInput(`quietHours.${field}`, 'This must be a time, HH:MM.');
  if (from === to) throw badInput('quietHours.to', 'This must be another time than the beginning.');
  return { from, to };
}
