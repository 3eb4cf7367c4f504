import { DomainError, LIMITS } from '@rollcall/contracts';
import type { Employee, Job } from '@rollcall/db';
import { hasScope } from '../../access/access-rule.js';
import { readPhoto } from '../../files/photo-archive.js';
import type { ZipEntry } from '../../files/zip-archive.js';
import { jobActor } from '../../jobs/job-actor.js';
import type { ServiceContext } from '../../services/service-context.js';
import type { ConsentService } from '../consent/consent.service.js';
import type { RegisterFaceService } from '../face/register-face.service.js';
import type { EmployeeImportCounts } from './employee-import.types.js';
import type { EmployeeRow, FieldIssue } from './employee-row.parser.js';
import { REFUSAL_SENTENCES } from './refusal-sentences.js';

export interface FaceImportResult {
  readonly counts: Partial<EmployeeImportCounts>;
  readonly issues: readonly FieldIssue[];
}

const PURPOSE = 'FACE_RECOGNITION';
const photoIssue = (code: string, reason: string): FieldIssue => ({ field: 'photo', code, reason });

/** Consent and photos of one person of an import. May be called again for the same person: what is done stays done. */
export class FaceImport {
  constructor(
    private readonly context: ServiceContext,
    private readonly consents: ConsentService,
    private readonly registerFace: RegisterFaceService,
    private readonly job: Job,
    private readonly replacePhotos: boolean,
  ) {}

  async import(row: EmployeeRow, person: Employee | null, photos: readonly ZipEntry[]): Promise<FaceImportResult> {
    const { isDryRun } = this.job;
    if (person === null && !isDryRun) return { counts: {}, issues: [] };
    const agreed = row.consent !== null || (person !== null && (await this.hasConsent(person.id)));
    const counts: Partial<EmployeeImportCounts> = row.consent === null ? {} : { consents: 1 };
    if (!hasScope(jobActor(this.job), 'faces:write'))
      return { counts: {}, issues: [photoIssue('FORBIDDEN', 'You may not register consents and faces.')] };
    if (photos.length > 0 && !agreed)
      return {
        counts: { facesRefused: 1 },
        issues: [photoIssue('CONSENT_MISSING', REFUSAL_SENTENCES.CONSENT_MISSING)],
      };
    if (isDryRun) return { counts: { ...counts, ...(await this.foresee(person, photos)) }, issues: [] };
    if (person === null) return { counts: {}, issues: [] };
    const refused = await this.recordConsent(row, person.id);
    if (refused !== null) return { counts: photos.length > 0 ? { facesRefused: 1 } : {}, issues: [refused] };
    if (photos.length === 0) return { counts, issues: [] };
    const result = await this.register(person.id, photos);
    return { counts: { ...counts, ...result.counts }, issues: result.issues };
  }

  private async foresee(person: Employee | null, photos: readonly ZipEntry[]): Promise<Partial<EmployeeImportCounts>> {
    if (photos.length === 0) return {};
    return (await this.stateOf(person?.id ?? null)) === 'MISSING' ? { facesToRegister: 1 } : { facesKnown: 1 };
  }

  private async hasConsent(employeeId: string): Promise<boolean> {
    return (await this.context.db.consents.findInForce(employeeId, PURPOSE)) !== null;
  }

  private async recordConsent({ consent }: EmployeeRow, employeeId: string): Promise<FieldIssue | null> {
    if (consent === null) return null;
    try {
      await this.consents.record(jobActor(this.job), { employeeId, ...consent });
      return null;
    } catch (error) {
      const { code, message } = domainError(error);
      return { field: 'consentMethod', code, reason: message };
    }
  }

  /** MINE: this job has registered it, in a run that was cut off before it could note so. */
  private async stateOf(employeeId: string | null): Promise<'MISSING' | 'KNOWN' | 'MINE'> {
    const templates = employeeId === null ? [] : await this.context.db.faceTemplates.listByEmployee(employeeId);
    if (templates.some(({ createdAt }) => createdAt >= this.job.createdAt)) return 'MINE';
    return templates.length > 0 && !this.replacePhotos ? 'KNOWN' : 'MISSING';
  }

  private async register(employeeId: string, photos: readonly ZipEntry[]): Promise<FaceImportResult> {
    const state = await this.stateOf(employeeId);
    if (state === 'MINE') return { counts: { facesToRegister: 1, facesRegistered: 1 }, issues: [] };
    if (state === 'KNOWN') return { counts: { facesKnown: 1 }, issues: [] };
    const counts = { facesToRegister: 1 };
    try {
      const images = [];
      for (const photo of photos.slice(0, LIMITS.maxRegistrationImages))
        images.push({ base64: (await readPhoto(photo)).toString('base64') });
      const input = { employeeId, images, replace: this.replacePhotos };
      const { outcome } = await this.registerFace.register(jobActor(this.job), input);
      if (outcome === 'REGISTERED') return { counts: { ...counts, facesRegistered: 1 }, issues: [] };
      return { counts: { ...counts, facesRefused: 1 }, issues: [photoIssue(outcome, REFUSAL_SENTENCES[outcome])] };
    } catch (error) {
      const { code, message } = domainError(error);
      return { counts: { ...counts, facesRefused: 1 }, issues: [photoIssue(code, message)] };
    }
  }
}

function domainError(error: unknown): DomainError {
  if (error instanceof DomainError && error.code !== 'INTERNAL_SERVER_ERROR') return error;
  throw error;
}
