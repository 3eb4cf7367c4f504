import { type Employee, faceStatusOf } from '@rollcall/db';
import { authorise } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { limitOf, visiblePeople } from '../../access/read-limit.js';
import type { ServiceContext } from '../../services/service-context.js';

/** Somebody who is registered, but only with templates of other models: nobody can verify this person until that changes. */
export interface StalePerson {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  /** The models of the templates that are there. */
  readonly modelIds: readonly string[];
}

/** Who has a stored face that a model cannot read. People who left are not in it: their faces are not read any more. */
export class StaleTemplateService {
  constructor(private readonly context: ServiceContext) {}

  /** In the order of the numbers. @throws DomainError FORBIDDEN */
  async *list(actor: Actor, modelId: string): AsyncGenerator<StalePerson> {
    authorise(actor, 'employees:read');
    const { employees } = this.context.db;
    const face = { status: 'RE_ENROLMENT_NEEDED', modelId } as const;
    const visible = visiblePeople(limitOf(actor));
    for await (const employee of employees.each({ status: 'ACTIVE', face, ...visible })) yield toStale(employee);
  }

  /** How many people `list` gives, how many have a template of the model, and how many have no template at all. */
  async count(actor: Actor, modelId: string): Promise<{ stale: number; current: number; without: number }> {
    authorise(actor, 'employees:read');
    const visible = visiblePeople(limitOf(actor));
    const countOf = (status: ReturnType<typeof faceStatusOf>) =>
      this.context.db.employees.count({ status: 'ACTIVE', face: { status, modelId }, ...visible });
    const [stale, current, without] = await Promise.all(
      (['RE_ENROLMENT_NEEDED', 'ENROLLED', 'NOT_ENROLLED'] as const).map(countOf),
    );
    return { stale: stale ?? 0, current: current ?? 0, without: without ?? 0 };
  }
}

const toStale = ({ id, number, name, templateModelIds }: Employee): StalePerson => ({
  id,
  number,
  name,
  modelIds: templateModelIds,
});
