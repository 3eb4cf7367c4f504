'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { CreateUploadDocument, ImportAttendanceDocument, ImportEmployeesDocument } from '../../gql/graphql';
import type { ApiProblem } from '../../lib/graphql/api-problem';
import { useOperation } from '../../lib/graphql/use-operation';
import type { ImportOptions } from './import-options';
import { putFile, sha256Of } from './send-file';

/** An import on its way: first a job that only tells, then one that does it. */
export interface ImportRun {
  readonly fileName: string;
  readonly uploadId: string;
  readonly options: ImportOptions;
  readonly jobId: string;
  readonly isDryRun: boolean;
}

export function useImport() {
  const router = useRouter();
  const announce = useOperation(CreateUploadDocument);
  const marks = useOperation(ImportAttendanceDocument);
  const people = useOperation(ImportEmployeesDocument);
  const [run, setRun] = useState<ImportRun | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [isBusy, setBusy] = useState(false);

  /** Asks for the job. @returns its id, or null with `problem` set */
  async function ask(uploadId: string, options: ImportOptions, isDryRun: boolean): Promise<string | null> {
    const { what, dateFormat, siteId, ignoreKinds, replacePhotos } = options;
    const shared = { uploadId, dateFormat, isDryRun };
    if (what === 'MARKS') {
      const result = await marks.send({ input: { ...shared, siteId: siteId || null, ignoreKinds } });
      setProblem(result.ok ? null : result.problem);
      return result.ok ? result.data.importAttendance.id : null;
    }
    const result = await people.send({ input: { ...shared, replacePhotos } });
    setProblem(result.ok ? null : result.problem);
    return result.ok ? result.data.importEmployees.id : null;
  }

  async function upload(file: File): Promise<string | null> {
    const sha256 = await sha256Of(file);
    const input = { fileName: file.name, byteLength: file.size, mediaType: file.type || null, sha256 };
    const announced = await announce.send({ input });
    const fault = announced.ok ? await putFile(announced.data.createUpload.path, file) : announced.problem;
    setProblem(fault);
    return announced.ok && fault === null ? announced.data.createUpload.uploadId : null;
  }

  /** Sends the file and lets the API tell what it would do. */
  async function check(file: File, options: ImportOptions): Promise<void> {
    setBusy(true);
    const uploadId = await upload(file);
    const jobId = uploadId === null ? null : await ask(uploadId, options, true);
    if (uploadId !== null && jobId !== null) setRun({ fileName: file.name, uploadId, options, jobId, isDryRun: true });
    setBusy(false);
  }

  /** Does what the check has told. */
  async function start(): Promise<void> {
    if (run === null) return;
    setBusy(true);
    const jobId = await ask(run.uploadId, run.options, false);
    if (jobId !== null) setRun({ ...run, jobId, isDryRun: false });
    setBusy(false);
    router.refresh();
  }

  function clear() {
    setRun(null);
    setProblem(null);
    router.refresh();
  }

  return { run, problem, isBusy, check, start, clear };
}
