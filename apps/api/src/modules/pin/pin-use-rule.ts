import { assertNever } from '@rollcall/contracts';
import { type Employee, faceStatusOf, type OrganisationSettings } from '@rollcall/db';
import type { Actor } from '../../access/actor.js';
import type { ServiceContext } from '../../services/service-context.js';

/** Face failures open the PIN for so long (docs/adr/0091). */
const FAILURES_COUNT_FOR_MS = 15 * 60_000;

type PinUse = Pick<OrganisationSettings, 'pinUse' | 'pinAfterFaceFailures'>;

/** Who may use a PIN, by the settings of the organisation. */
export class PinUseRule {
  constructor(
    private readonly context: ServiceContext,
    private readonly modelId: string,
  ) {}

  read(): Promise<PinUse> {
    return this.context.db.settings.get();
  }

  async allows({ pinUse, pinAfterFaceFailures }: PinUse, employee: Employee, actor: Actor): Promise<boolean> {
    // Who needs the PIN beside the face cannot use it in place of the face.
    if (employee.verificationLevel === 'FACE_AND_PIN') return false;
    switch (pinUse) {
      case 'NEVER':
        return false;
      case 'ALWAYS':
        return true;
      case 'NO_FACE':
        return this.hasNoFace(employee);
      case 'AFTER_FACE_FAILURES':
        return this.hasNoFace(employee) || (await this.hasFaceFailed(employee, pinAfterFaceFailures, actor));
      default:
        return assertNever(pinUse);
    }
  }

  private hasNoFace(employee: Employee): boolean {
    return faceStatusOf(employee, this.modelId) !== 'ENROLLED';
  }

  /** Often enough in a row, or so often that the face is paused or turned off. */
  private async hasFaceFailed(employee: Employee, failures: number, actor: Actor): Promise<boolean> {
    const { db, now } = this.context;
    const at = now();
    const from = new Date(at.getTime() - FAILURES_COUNT_FOR_MS);
    if ((await db.captureAttempts.countFaceFailures(employee.id, from)) >= failures) return true;
    return (await db.throttles.check(employee.id, `${actor.kind}:${actor.id}`, at)).state !== 'OPEN';
  }
}
