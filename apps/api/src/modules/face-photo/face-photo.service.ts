import { DomainError } from '@rollcall/contracts';
import type { Employee, ReadablePhoto } from '@rollcall/db';
import { authorisePerson, hasScope } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { isVisible, limitOf } from '../../access/read-limit.js';
import { auditEntry, employeeTarget, type ServiceContext } from '../../services/service-context.js';
import { isKeptStill } from './photo-age.js';

const LOOKING = 'audit:read';

/** Whether an actor may look at photos: people who answer for attendance, and never a program. */
export const mayLookAtPhotos = (actor: Actor): boolean => actor.kind === 'USER' && hasScope(actor, LOOKING);

/** Looking at what was kept; each look is in the record of who did what. */
export class FacePhotoService {
  constructor(private readonly context: ServiceContext) {}

  /**
   * The photo of one attempt.
   *
   * @throws DomainError FORBIDDEN; NOT_FOUND no such photo, none that may be kept any more, or of people of others
   */
  async look(actor: Actor, attemptId: string): Promise<ReadablePhoto> {
    authorisePerson(actor, LOOKING);
    const { db, now } = this.context;
    const settings = await db.settings.get();
    return db.withTransaction(async (session) => {
      const photo = await db.facePhotos.read(attemptId, { session });
      if (photo === null || !isKeptStill(photo, settings, now())) throw new DomainError('NOT_FOUND');
      const employee = await db.employees.findById(photo.employeeId, { session });
      if (employee === null || !isVisible(limitOf(actor), employee)) throw new DomainError('NOT_FOUND');
      await db.audit.insert(auditEntry(this.context, actor, witnessed(employee, photo)), { session });
      return photo;
    });
  }
}

const witnessed = ({ id }: Employee, photo: ReadablePhoto) => ({
  action: 'FACE_PHOTO_VIEWED',
  target: employeeTarget(id),
  details: { attemptId: photo.id, kind: photo.kind },
});
