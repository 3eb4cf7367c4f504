import { getTranslations } from 'next-intl/server';
import { PageHeader } from '../../components/ui/page-header';
import { ProblemState } from '../../components/ui/problem-state';
import { readOneOf, type SearchParams } from '../../lib/navigation/page-params';
import { may } from '../auth/may';
import { requireViewer } from '../auth/require-viewer';
import { AboutSection } from './about-section';
import { KeysSection } from './keys-section';
import { OrganisationSection } from './organisation-section';
import { PointsSection } from './points-section';
import { SettingsNav } from './settings-nav';
import { SETTINGS_TABS, type SettingsTab } from './settings-tabs';

const SECTIONS = {
  recognition: PointsSection,
  organisation: OrganisationSection,
  keys: KeysSection,
  about: AboutSection,
} as const;

const ADMIN_TABS: ReadonlySet<SettingsTab> = new Set(['organisation', 'keys']);

export async function SettingsPage({ params }: { readonly params: SearchParams }) {
  const signedIn = await requireViewer();
  if (!signedIn.ok) return <ProblemState problem={signedIn.problem} />;
  const t = await getTranslations('settings');
  const isAdmin = may(signedIn.data.viewer, 'admin');
  const tabs = SETTINGS_TABS.filter((tab) => !ADMIN_TABS.has(tab) || isAdmin);
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
