import type { Scope } from '@rollcall/contracts';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '../../components/ui/page-header';
import { ProblemState } from '../../components/ui/problem-state';
import { readOneOf, type SearchParams } from '../../lib/navigation/page-params';
import { AccessSection } from '../access/access-section';
import { may } from '../auth/may';
import { requireViewer } from '../auth/require-viewer';
import { CustomFieldsSection } from '../custom-fields/custom-fields-section';
import { NotificationsSection } from '../notifications/notifications-section';
import { WebhooksSection } from '../webhooks/webhooks-section';
import { AboutSection } from './about-section';
import { KeysSection } from './keys-section';
import { OrganisationSection } from './organisation-section';
import { PointsSection } from './points-section';
import { SettingsNav } from './settings-nav';
import { SETTINGS_TABS, type SettingsTab } from './settings-tabs';

const SECTIONS = {
  recognition: PointsSection,
  organisation: OrganisationSection,
  notifications: NotificationsSection,
  fields: CustomFieldsSection,
  access: AccessSection,
  keys: KeysSection,
  webhooks: WebhooksSection,
  about: AboutSection,
} as const;

/** Tabs that need more than being signed in. */
const NEEDED: Partial<Record<SettingsTab, Scope>> = {
  organisation: 'admin',
  notifications: 'admin',
  keys: 'admin',
  webhooks: 'admin',
  access: 'users:manage',
  fields: 'employees:write',
};

export async function SettingsPage({ params }: { readonly params: SearchParams }) {
  const signedIn = await requireViewer();
  if (!signedIn.ok) return <ProblemState problem={signedIn.problem} />;
  const t = await getTranslations('settings');
  const { viewer } = signedIn.data;
  const tabs = SETTINGS_TABS.filter((tab) => {
    const needed = NEEDED[tab];
    return needed === undefined || may(viewer, needed);
  });
  const current = readOneOf(params.tab, tabs) ?? 'recognition';
  const Section = SECTIONS[current];
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <SettingsNav tabs={tabs} current={current} />
      <Section />
    </>
  );
}
