import { getTranslations } from 'next-intl/server';
import { PageHeader } from '../../components/ui/page-header';
import { ProblemState } from '../../components/ui/problem-state';
import { readOneOf, type SearchParams } from '../../lib/navigation/page-params';
import { AccessSection } from '../access/access-section';
import { may } from '../auth/may';
import { requireViewer } from '../auth/require-viewer';
import { AboutSection } from './about-section';
import { KeysSection } from './keys-section';
import { PointsSection } from './points-section';
import { SettingsNav } from './settings-nav';
import { SETTINGS_TABS } from './settings-tabs';
import { SitesSection } from './sites-section';

const SECTIONS = {
  recognition: PointsSection,
  access: AccessSection,
  keys: KeysSection,
  sites: SitesSection,
  about: AboutSection,
} as const;

export async function SettingsPage({ params }: { readonly params: SearchParams }) {
  const signedIn = await requireViewer();
  if (!signedIn.ok) return <ProblemState problem={signedIn.problem} />;
  const t = await getTranslations('settings');
  const { viewer } = signedIn.data;
  const closed: readonly string[] = [
    ...(may(viewer, 'admin') ? [] : ['keys']),
    ...(may(viewer, 'users:manage') ? [] : ['access']),
  ];
  const tabs = SETTINGS_TABS.filter((tab) => !closed.includes(tab));
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
