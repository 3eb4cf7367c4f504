import { IconScanEye } from '@tabler/icons-react';
import { getTranslations } from 'next-intl/server';
import { EmptyState } from '../../components/ui/empty-state';
import { PageHeader } from '../../components/ui/page-header';
import { ProblemState } from '../../components/ui/problem-state';
import { Surface } from '../../components/ui/surface';
import type { SearchParams } from '../../lib/navigation/page-params';
import { may } from '../auth/may';
import { requireViewer } from '../auth/require-viewer';
import { DevicesTable } from './devices-table';
import { loadRecognition, type Recognition } from './load-recognition';
import classes from './recognition.module.css';
import { RecognitionFilters } from './recognition-filters';
import { RecognitionPeople } from './recognition-people';
import { readPeriod } from './recognition-period';
import { RecognitionReasons } from './recognition-reasons';
import { RecognitionStats } from './recognition-stats';
import { RecognitionTrend } from './recognition-trend';
import { SimilaritySection } from './similarity-section';

export async function RecognitionPage({ params }: { readonly params: SearchParams }) {
  const signedIn = await requireViewer();
  if (!signedIn.ok) return <ProblemState problem={signedIn.problem} />;
  const { viewer, sites } = signedIn.data;
  const t = await getTranslations('recognition');
  const result = await loadRecognition(params);
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className={classes.page}>
        <Surface isFlush>
          <RecognitionFilters period={readPeriod(params)} sites={sites} />
        </Surface>
        {result.ok ? (
          <Sections recognition={result.data} canRegister={may(viewer, 'faces:write')} />
        ) : (
          <Surface>
            <ProblemState problem={result.problem} />
          </Surface>
        )}
      </div>
    </>
  );
}

interface SectionsProps {
  readonly recognition: Recognition;
  readonly canRegister: boolean;
}

async function Sections({ recognition, canRegister }: SectionsProps) {
  const t = await getTranslations('recognition');
  const { figures, trend, devices } = recognition;
  if (figures.attempts === 0)
    return (
      <>
        <Surface>
          <EmptyState icon={<IconScanEye size={22} />} title={t('empty')} text={t('emptyText')} />
        </Surface>
        <RecognitionPeople recognition={recognition} canRegister={canRegister} />
      </>
    );
  return (
    <>
      <RecognitionStats figures={figures} />
      <p className={classes.note}>{t('note')}</p>
      <Surface title={t('trendTitle')} titleId="recognition-trend">
        <RecognitionTrend trend={trend} />
      </Surface>
      <RecognitionReasons recognition={recognition} />
      <RecognitionPeople recognition={recognition} canRegister={canRegister} />
      <Surface title={t('devicesTitle')} titleId="recognition-devices" isFlush>
        <DevicesTable rows={devices} />
      </Surface>
      <SimilaritySection histograms={recognition.histograms ?? null} />
    </>
  );
}
