import { validateSync } from 'class-validator';
import { badInput } from '../../services/bad-input.js';

/** The checks of an input class, for what did not come through the schema. @throws DomainError BAD_USER_INPUT naming the first field that cannot be */
export function checkFields(input: object): void {
  const [first] = validateSync(input, { forbidUnknownValues: false, skipMissingProperties: true });
  if (first !== undefined) throw badInput(first.property, 'This value cannot be used.');
}
