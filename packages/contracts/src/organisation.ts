/** What a rule about the place of a mark does when it is broken: nothing, accept with a flag, refuse. */
export const PLACE_RULE_MODES = ['OFF', 'FLAG', 'REFUSE'] as const;
export type PlaceRuleMode = (typeof PLACE_RULE_MODES)[number];

export const DEVICE_STATUSES = ['ACTIVE', 'RETIRED'] as const;
export type DeviceStatus = (typeof DEVICE_STATUSES)[number];

/** What a field that the organisation adds to its employees holds. DATE is a local date, SELECT one of given options. */
export const CUSTOM_FIELD_TYPES = ['TEXT', 'NUMBER', 'DATE', 'SELECT'] as const;
export type CustomFieldType = (typeof CUSTOM_FIELD_TYPES)[number];
