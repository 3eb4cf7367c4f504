'use client';

import { ProblemNote } from '../../components/ui/problem-note';
import type { SiteSummary } from '../auth/require-viewer';
import { ImportForm } from './import-form';
import { JobView } from './job-view';
import { useImport } from './use-import';

/** Choose a file, see what it would do, do it. */
export function ImportDesk({ sites }: { readonly sites: readonly SiteSummary[] }) {
  const { run, problem, isBusy, check, start, clear } = useImport();
  return (
    <>
      {problem && <ProblemNote problem={problem} />}
      {run === null ? (
        <ImportForm sites={sites} isBusy={isBusy} onCheck={check} />
      ) : (
        <JobView key={run.jobId} run={run} isBusy={isBusy} onStart={start} onBack={clear} />
      )}
    </>
  );
}
