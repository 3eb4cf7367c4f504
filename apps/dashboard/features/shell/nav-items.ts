import type { Scope } from '@rollcall/contracts';
import {
  IconActivityHeartbeat,
  IconArrowsLeftRight,
  IconBeach,
  IconCalendarCheck,
  IconCalendarDollar,
  IconCalendarUser,
  IconChecklist,
  IconClockHour9,
  IconDeviceTablet,
  IconDoor,
  IconFaceId,
  IconFileImport,
  IconGavel,
  IconHistory,
  IconLayoutDashboard,
  IconListSearch,
  IconMapPin,
  IconPlaneDeparture,
  IconReportAnalytics,
  IconSettings,
  IconUserCheck,
  IconUsers,
} from '@tabler/icons-react';

export interface NavItem {
  readonly href: string;
  readonly label:
    | 'overview'
    | 'attendance'
    | 'inbox'
    | 'periods'
    | 'reports'
    | 'attempts'
    | 'recognition'
    | 'employees'
    | 'roster'
    | 'shifts'
    | 'rules'
    | 'leave'
    | 'holidays'
    | 'sites'
    | 'devices'
    | 'imports'
    | 'presence'
    | 'verify'
    | 'compare'
    | 'mark'
    | 'audit'
    | 'settings';
  readonly icon: typeof IconUsers;
  /** Needed to use the page; null: everybody who is signed in. */
  readonly scope: Scope | null;
}

export interface NavGroup {
  readonly label: 'today' | 'desk' | 'people' | 'planning' | 'setup' | null;
  readonly items: readonly NavItem[];
}

/** Where one can go. A new page that belongs in the navigation is listed here and nowhere else. */
export const NAV_GROUPS: readonly NavGroup[] = [
  {
    label: 'today',
    items: [
      { href: '/overview', label: 'overview', icon: IconLayoutDashboard, scope: null },
      { href: '/attendance', label: 'attendance', icon: IconCalendarCheck, scope: 'attendance:read' },
      { href: '/presence', label: 'presence', icon: IconDoor, scope: 'attendance:read' },
      { href: '/inbox', label: 'inbox', icon: IconChecklist, scope: 'attendance:manage' },
      { href: '/periods', label: 'periods', icon: IconCalendarDollar, scope: 'attendance:manage' },
      { href: '/reports', label: 'reports', icon: IconReportAnalytics, scope: 'reports:read' },
      { href: '/attempts', label: 'attempts', icon: IconHistory, scope: 'audit:read' },
      { href: '/recognition', label: 'recognition', icon: IconActivityHeartbeat, scope: 'attendance:read' },
    ],
  },
  {
    label: 'desk',
    items: [
      { href: '/mark', label: 'mark', icon: IconUserCheck, scope: 'attendance:write' },
      { href: '/verify', label: 'verify', icon: IconFaceId, scope: 'faces:verify' },
      { href: '/compare', label: 'compare', icon: IconArrowsLeftRight, scope: 'faces:verify' },
    ],
  },
  { label: 'people', items: [{ href: '/employees', label: 'employees', icon: IconUsers, scope: 'employees:read' }] },
  {
    label: 'planning',
    items: [
      { href: '/roster', label: 'roster', icon: IconCalendarUser, scope: 'attendance:read' },
      { href: '/shifts', label: 'shifts', icon: IconClockHour9, scope: 'employees:write' },
      { href: '/rules', label: 'rules', icon: IconGavel, scope: 'attendance:manage' },
      { href: '/leave', label: 'leave', icon: IconPlaneDeparture, scope: 'attendance:read' },
      { href: '/holidays', label: 'holidays', icon: IconBeach, scope: 'employees:write' },
    ],
  },
  {
    label: 'setup',
    items: [
      { href: '/sites', label: 'sites', icon: IconMapPin, scope: 'employees:write' },
      { href: '/devices', label: 'devices', icon: IconDeviceTablet, scope: 'employees:write' },
      { href: '/imports', label: 'imports', icon: IconFileImport, scope: 'employees:write' },
      { href: '/audit', label: 'audit', icon: IconListSearch, scope: 'audit:read' },
      { href: '/settings', label: 'settings', icon: IconSettings, scope: null },
    ],
  },
];
