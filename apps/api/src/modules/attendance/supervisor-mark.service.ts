import { DomainError } from '@rollcall/contracts';
import { type Employee, hashInput, runOnce } from '@rollcall/db';
import { authorise, hasScope } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { isVisible, limitOf } from '../../access/read-limit.js';
import { retryDuplicate } from '../../services/retry-duplicate.js';
import type { ServiceContext } from '../../services/service-context.js';
import type { RecordSupervisorMarkInput } from './attendance.inputs.js';
import type { MarkRecorder, ProofCheck, RecordedAttendance, StoredAnswer } from './mark-recorder.js';
import { requireKey } from './mark-request.js';

export class SupervisorMarkService {
  constructor(
    private readonly context: ServiceContext,
    private readonly recorder: MarkRecorder,
  ) {}

  /**
   * Marks the attendance of a person of one's own who is there now and can show neither face nor PIN. For a mark that was forgotten there
   * are corrections.
   *
   * @throws DomainError NOT_FOUND for people of others; FORBIDDEN for oneself, unless one may change employees; BAD_USER_INPUT;
   * IDEMPOTENCY_CONFLICT
   */
  async record(actor: Actor, input: RecordSupervisorMarkInput): Promise<RecordedAttendance> {
    authorise(actor, 'attendance:manage');
    const { db, now, newId } = this.context;
    requireKey(input.idempotencyKey);
    const { kind, employeeId } = input;
    const told = { reason: textOf(input.reason), costCentre: input.costCentre?.trim() || null };
    if (told.reason === null)
      throw new DomainError('BAD_USER_INPUT', {
        details: { field: 'reason', problem: 'Say why you mark for somebody.' },
      });
    const employee = await this.ownPerson(actor, employeeId);
    const time = { capturedAt: null, receivedAt: now(), isOffline: false };
    const facts = { employeeNumber: employee.number, kind, ...told, ...time, origin: null };
    const inputHash = hashInput({ supervisorMark: employeeId, kind, ...told });
    const once = { request: { actorId: actor.id, key: input.idempotencyKey, inputHash }, now, newId };
    const { answer, isReplay } = await runOnce(db.idempotency, once, (claim) =>
      retryDuplicate(() =>
        db.withTransaction((session) => this.recorder.conclude(actor, facts, vouchedFor(employee), claim, session)),
      ),
    );
    return this.recorder.recall(answer as StoredAnswer, isReplay);
  }

  private async ownPerson(actor: Actor, employeeId: string): Promise<Employee> {
    const employee = await this.context.db.employees.findById(employeeId);
    if (employee === null || !isVisible(limitOf(actor), employee)) throw new DomainError('NOT_FOUND');
    if (actor.employeeId === employee.id && !hasScope(actor, 'employees:write'))
      throw new DomainError('FORBIDDEN', { internal: 'a supervisor cannot vouch for themselves' });
    return employee;
  }
}

const textOf = (text: string): string | null => text.trim() || null;

const vouchedFor = (employee: Employee): ProofCheck => ({
  outcome: 'MATCH',
  employee,
  ...{ similarity: null, capture: null, liveness: null, point: null, photo: null },
  ...{ proof: 'SUPERVISOR', assurance: 'SUPERVISOR' },
});
