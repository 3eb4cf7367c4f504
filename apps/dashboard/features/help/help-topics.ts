import type { NavItem } from '../shell/nav-items';

export const HELP_TOPICS = [
  ...(['start', 'register', 'photos', 'refused', 'marking', 'day', 'decide', 'planning', 'files'] as const),
  ...(['places', 'access', 'privacy', 'words', 'keys'] as const),
] as const;
export type HelpTopic = (typeof HELP_TOPICS)[number];

export interface HelpLinkTarget {
  readonly href: string;
  readonly label: NavItem['label'];
}

/** Where one does what a topic is about. */
export const HELP_LINKS: Partial<Record<HelpTopic, readonly HelpLinkTarget[]>> = {
  register: [{ href: '/employees', label: 'employees' }],
  refused: [
    { href: '/attempts', label: 'attempts' },
    { href: '/recognition', label: 'recognition' },
    { href: '/verify', label: 'verify' },
  ],
  marking: [{ href: '/mark', label: 'mark' }],
  day: [{ href: '/attendance', label: 'attendance' }],
  decide: [
    { href: '/inbox', label: 'inbox' },
    { href: '/periods', label: 'periods' },
  ],
  planning: [
    { href: '/shifts', label: 'shifts' },
    { href: '/roster', label: 'roster' },
    { href: '/rules', label: 'rules' },
    { href: '/holidays', label: 'holidays' },
    { href: '/leave', label: 'leave' },
  ],
  files: [
    { href: '/imports', label: 'imports' },
    { href: '/reports', label: 'reports' },
  ],
  places: [
    { href: '/sites', label: 'sites' },
    { href: '/devices', label: 'devices' },
  ],
  access: [
    { href: '/settings?tab=access', label: 'settings' },
    { href: '/audit', label: 'audit' },
  ],
};

/** Why the camera says no, the commonest first. */
export const REFUSALS = [
  ...(['NON_MATCH', 'NO_FACE', 'MULTIPLE_FACES', 'LOW_QUALITY', 'PRESENTATION_ATTACK', 'LIVENESS_FAILED'] as const),
  ...(['NOT_ENROLLED', 'LOCKED_OUT', 'DUPLICATE_FACE', 'INCONSISTENT_IMAGES', 'PIN_MISMATCH'] as const),
  ...(['OUTSIDE_GEOFENCE', 'NETWORK_REFUSED', 'NOT_EMPLOYED'] as const),
] as const;

export const WORDS = [
  ...(['mark', 'attempt', 'agreement', 'template', 'threshold', 'site', 'shift', 'roster', 'correction'] as const),
  ...(['question', 'finalised', 'pin'] as const),
] as const;

/** Which topic explains a page and what lies below it. */
const TOPIC_OF_PATH: readonly (readonly [path: string, topic: HelpTopic])[] = [
  ['/overview', 'start'],
  ['/start', 'register'],
  ['/employees', 'register'],
  ['/attempts', 'refused'],
  ['/recognition', 'refused'],
  ['/verify', 'refused'],
  ['/compare', 'photos'],
  ['/mark', 'marking'],
  ['/attendance', 'day'],
  ['/periods', 'decide'],
  ['/rules', 'planning'],
  ['/security', 'access'],
  ['/presence', 'day'],
  ['/inbox', 'decide'],
  ['/roster', 'planning'],
  ['/shifts', 'planning'],
  ['/leave', 'planning'],
  ['/holidays', 'planning'],
  ['/imports', 'files'],
  ['/reports', 'files'],
  ['/sites', 'places'],
  ['/devices', 'places'],
  ['/settings', 'access'],
  ['/audit', 'access'],
  ['/explorer', 'access'],
];

/** @returns the topic that explains the page at this path; null: none does */
export function helpTopicOf(pathname: string): HelpTopic | null {
  if (pathname.endsWith('/register-face')) return 'photos';
  const found = TOPIC_OF_PATH.find(([path]) => pathname === path || pathname.startsWith(`${path}/`));
  return found?.[1] ?? null;
}
