import { type CustomFieldType } from '@rollcall/contracts';
import type { CustomField } from '@rollcall/db';
import { authorise } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { badInput, requiredText } from '../../services/bad-input.js';
import { onceByKey } from '../../services/once-by-key.js';
import { type ServiceContext, writeWitnessed } from '../../services/service-context.js';
import type { CreateCustomFieldInput, UpdateCustomFieldInput } from './custom-field.inputs.js';

const MAX_FIELDS = 50;
const targetOf = ({ id }: CustomField) => ({ kind: 'CUSTOM_FIELD', id });

/** The fields that the organisation adds to its employees; the values are checked in the employee module. */
export class CustomFieldService {
  constructor(private readonly context: ServiceContext) {}

  /** By key. */
  async list(actor: Actor): Promise<readonly CustomField[]> {
    authorise(actor, 'employees:read');
    return this.context.db.customFields.listAll();
  }

  /** @throws DomainError BAD_USER_INPUT naming the field; CONFLICT if the key is taken */
  async create(actor: Actor, input: CreateCustomFieldInput): Promise<CustomField> {
    authorise(actor, 'employees:write');
    const { db, now, newId } = this.context;
    const once = { mutation: 'createCustomField', input, recall: (id: string) => db.customFields.getById(id) };
    return onceByKey(this.context, actor, once, async (keep) => {
      const { key, type } = input;
      const at = now();
      if ((await db.customFields.listAll()).length >= MAX_FIELDS)
        throw badInput('key', `At most ${MAX_FIELDS} fields.`);
      const field = {
        ...{ id: newId(), key, type, label: requiredText('label', input.label) },
        ...{ options: optionsOf(type, input.options ?? []), isRequired: input.isRequired ?? false },
        ...{ createdAt: at, updatedAt: at },
      };
      return writeWitnessed(
        this.context,
        actor,
        { action: 'CUSTOM_FIELD_CREATED', target: targetOf, keep },
        (session) => db.customFields.insert(field, { session }),
      );
    });
  }

  /** @throws DomainError BAD_USER_INPUT naming the field; CONFLICT if it changed since `input.version`; NOT_FOUND */
  async update(actor: Actor, { id, version, ...input }: UpdateCustomFieldInput): Promise<CustomField> {
    authorise(actor, 'employees:write');
    const { db, now } = this.context;
    const { type } = await db.customFields.getById(id);
    const change = {
      ...(input.label == null ? {} : { label: requiredText('label', input.label) }),
      ...(input.options == null ? {} : { options: optionsOf(type, input.options) }),
      ...(input.isRequired == null ? {} : { isRequired: input.isRequired }),
    };
    const witnessed = { action: 'CUSTOM_FIELD_UPDATED', target: targetOf, details: { fields: Object.keys(change) } };
    return writeWitnessed(this.context, actor, witnessed, (session) =>
      db.customFields.update(id, change, { version, now: now() }, { session }),
    );
  }

  /** Removes the field and every value of it. @throws DomainError CONFLICT if it changed since `version`; NOT_FOUND */
  async remove(actor: Actor, id: string, version: number): Promise<CustomField> {
    authorise(actor, 'employees:write');
    const { db } = this.context;
    return writeWitnessed(
      this.context,
      actor,
      { action: 'CUSTOM_FIELD_REMOVED', target: targetOf },
      async (session) => {
        const removed = await db.customFields.remove(id, version, { session });
        await db.employees.forgetCustomField(removed.key, { session });
        return removed;
      },
    );
  }
}

function optionsOf(type: CustomFieldType, given: readonly string[]): readonly string[] {
  const options = [...new Set(given.map((option) => option.trim()))];
  if (type !== 'SELECT' && options.length > 0) throw badInput('options', 'Only SELECT has options.');
  if (type === 'SELECT' && (options.length === 0 || options.includes('')))
    throw badInput('options', 'SELECT has at least one option, and none is empty.');
  return options;
}
