import type { DeviceStatus, PlaceFlag, PlaceRuleMode } from '@rollcall/contracts';
import { describedEnum } from './described-enum.js';

export const PlaceRuleModeEnum = describedEnum<PlaceRuleMode>(
  'PlaceRuleMode',
  'What a rule about the place of a mark does when it is broken.',
  {
    OFF: 'Nothing: the rule is not asked.',
    FLAG: 'The mark counts and is flagged.',
    REFUSE: 'There is no mark.',
  },
);
export const PlaceFlagEnum = describedEnum<PlaceFlag>('PlaceFlag', 'What was noticed about where a mark was made.', {
  OUTSIDE_GEOFENCE: 'Outside of the geofence of the site.',
  LOCATION_UNKNOWN: 'No location was sent, or one too vague to use.',
  OTHER_NETWORK: 'From a network that is not one of the site.',
});
export const DeviceStatusEnum = describedEnum<DeviceStatus>(
  'DeviceStatus',
  'Whether marks are awaited from a device.',
  {
    ACTIVE: 'Absences wait for its marks.',
    RETIRED: 'Nothing is awaited from it.',
  },
);
