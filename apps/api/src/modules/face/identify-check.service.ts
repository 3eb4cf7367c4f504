import { assertNever, type IdentificationOutcome } from '@rollcall/contracts';
import type { AttemptLiveness, AttemptResult, DbSession, Employee, ThrottleTicket } from '@rollcall/db';
import type { CaptureResult, FaceEngine, OperatingPoint } from '@rollcall/face-core';
import type { Actor } from '../../access/actor.js';
import type { FacePhotoKeeper, PhotoDraft } from '../../services/face-photo-keeper.js';
import { retryDuplicate } from '../../services/retry-duplicate.js';
import type { ServiceContext } from '../../services/service-context.js';
import type { SeenFace, ShownFace } from '../../services/shown-face.js';
import { livenessResult } from './face-check.service.js';
import type { FaceGalleryService } from './face-gallery.service.js';
import type { ShownFaceCheck } from './shown-face-check.js';

export interface IdentityCandidate {
  readonly employee: Employee;
  readonly similarity: number;
}

export interface IdentityCheck {
  readonly outcome: IdentificationOutcome;
  /** Of the person that was found; null unless MATCH. */
  readonly similarity: number | null;
  /** Null unless MATCH, or LOCKED_OUT after the face was found. */
  readonly employee: Employee | null;
  /** Who it may be, best first. */
  readonly candidates: readonly IdentityCandidate[];
  /** Null: no image was looked at. */
  readonly capture: CaptureResult | null;
  /** Null: no movements were asked for. */
  readonly liveness: AttemptLiveness | null;
  /** What the search compared at, which goes by the number of faces. IDENTIFY if nothing was compared. */
  readonly point: OperatingPoint;
  /** To be kept with the attempt; null: none. */
  readonly photo: PhotoDraft | null;
}

type Judged = Pick<IdentityCheck, 'outcome' | 'similarity' | 'employee' | 'candidates' | 'point'>;

const NOBODY = { similarity: null, employee: null, candidates: [] } as const;

/** The road that identification and marks by face alone share: throttle, capture, search among all. */
export class IdentifyCheckService {
  constructor(
    private readonly context: ServiceContext,
    private readonly engine: FaceEngine,
    private readonly gallery: FaceGalleryService,
    private readonly shownFaces: ShownFaceCheck,
    private readonly photos: FacePhotoKeeper,
  ) {}

  /**
   * Runs one check and writes what follows from it together with its count in the throttle.
   *
   * @throws DomainError the errors of image and engine; then nothing is written and the attempt does not count
   */
  async run<T>(
    actor: Actor,
    { shown, requestKey }: { readonly shown: ShownFace; readonly requestKey: string },
    conclude: (check: IdentityCheck, session: DbSession) => Promise<T>,
  ): Promise<T> {
    const { db, now } = this.context;
    const gate = await db.throttles.begin(throttleSubject(actor, now()), deviceKey(actor), now());
    if (gate.state !== 'OPEN') {
      const point = this.engine.operatingPoint('IDENTIFY');
      const check = { outcome: 'LOCKED_OUT', ...NOBODY, capture: null, liveness: null, photo: null, point } as const;
      return retryDuplicate(() => db.withTransaction((session) => conclude(check, session)));
    }
    try {
      const seen = await this.shownFaces.look(actor, shown, { subject: null, requestKey });
      const judged = await this.judge(actor, seen);
      const { capture, liveness } = seen;
      const photo = await this.photos.draft('ATTEMPT', judged.employee, seen.picture);
      const write = () =>
        db.withTransaction(async (session) => {
          await db.throttles.settle(gate.ticket, resultOf(judged.outcome, capture), now(), { session });
          return conclude({ ...judged, capture, liveness, photo }, session);
        });
      return await retryDuplicate(write);
    } catch (error) {
      await this.giveBack(gate.ticket);
      throw error;
    }
  }

  private async judge(actor: Actor, seen: SeenFace): Promise<Judged> {
    if (seen.outcome !== 'CAPTURED')
      return { outcome: seen.outcome, ...NOBODY, point: this.engine.operatingPoint('IDENTIFY') };
    const { db, now } = this.context;
    const { outcome, candidates: found, point } = await this.gallery.search(actor, seen.capture.embedding);
    const people = new Map(
      (await db.employees.listByIds(found.map(({ subjectId }) => subjectId))).map((one) => [one.id, one]),
    );
    const candidates = found.flatMap(({ subjectId, similarity }) => {
      const employee = people.get(subjectId);
      return employee?.status === 'ACTIVE' ? [{ employee, similarity }] : [];
    });
    if (outcome !== 'MATCH') return { ...NOBODY, outcome, candidates, point };
    const [first] = candidates;
    if (first === undefined) return { outcome: 'NO_MATCH', ...NOBODY, point };
    const { employee, similarity } = first;
    // Whose face is off stays off: leaving the number out is no way round the throttle of a person.
    const throttle = await db.throttles.check(employee.id, deviceKey(actor), now());
    if (throttle.state !== 'OPEN') return { ...NOBODY, outcome: 'LOCKED_OUT', employee, point };
    return { outcome, similarity, employee, candidates, point };
  }

  /** The attempt came to nothing through no fault of the person. If this fails too, it stops counting by itself. */
  private async giveBack(ticket: ThrottleTicket): Promise<void> {
    await this.context.db.throttles.settle(ticket, 'NEUTRAL', this.context.now()).catch(() => undefined);
  }
}

const deviceKey = ({ kind, id }: Actor): string => `${kind}:${id}`;

/**
 * Nobody is claimed, so failures count for who asks, apart from all others. Each day (UTC) begins anew: there is no person for whom
 * somebody could allow the face again.
 */
function throttleSubject(actor: Actor, now: Date): string {
  return `face-alone:${deviceKey(actor)}:${now.toISOString().slice(0, 10)}`;
}

function resultOf(outcome: IdentificationOutcome, capture: CaptureResult | null): AttemptResult {
  switch (outcome) {
    case 'MATCH':
      return 'SUCCESS';
    case 'NO_MATCH':
    case 'PRESENTATION_ATTACK':
      return 'FAILURE';
    case 'LIVENESS_FAILED':
      return livenessResult(capture);
    case 'AMBIGUOUS':
    case 'NO_FACE':
    case 'MULTIPLE_FACES':
    case 'LOW_QUALITY':
    case 'LOCKED_OUT':
      return 'NEUTRAL';
    default:
      return assertNever(outcome);
  }
}
