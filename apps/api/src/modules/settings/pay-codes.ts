import type { PayClass } from '@rollcall/attendance';
import type { StoredPayCode } from '@rollcall/db';
import { badInput } from '../../services/bad-input.js';
import type { ServiceContext } from '../../services/service-context.js';
import type { PayCodeInput } from './settings.inputs.js';

const MAX_CODES = 200;
const MAX_CODE_LENGTH = 20;
const MAX_PERCENT = 1_000;
const OF_LEAVE: readonly PayClass[] = ['PAID_LEAVE', 'UNPAID_LEAVE'];

/**
 * Pay codes as they are stored.
 *
 * @throws DomainError BAD_USER_INPUT naming the field, for example `payCodes[2].code`
 */
export async function checkedPayCodes(
  { db }: ServiceContext,
  codes: readonly PayCodeInput[],
): Promise<readonly StoredPayCode[]> {
  if (codes.length > MAX_CODES) throw badInput('payCodes', `There are more than ${MAX_CODES} codes.`);
  const leaveTypes = new Set((await db.leaveTypes.listAll()).map(({ id }) => id));
  const seen = new Set<string>();
  return codes.map(({ payClass, percent = null, leaveTypeId = null, code: given }, index) => {
    const problem = (field: string, text: string) => badInput(`payCodes[${index}].${field}`, text);
    const code = given.trim();
    if (code === '' || code.length > MAX_CODE_LENGTH)
      throw problem('code', `A code has 1 to ${MAX_CODE_LENGTH} signs.`);
    if (percent !== null && payClass !== 'OVERTIME') throw problem('percent', 'Only overtime has a percentage.');
    if (percent !== null && (percent < 0 || percent > MAX_PERCENT))
      throw problem('percent', `This is not between 0 and ${MAX_PERCENT}.`);
    if (leaveTypeId !== null && !OF_LEAVE.includes(payClass)) throw problem('leaveTypeId', 'This class is no leave.');
    if (leaveTypeId !== null && !leaveTypes.has(leaveTypeId))
      throw problem('leaveTypeId', 'There is no such kind of leave.');
    const key = JSON.stringify([payClass, percent, leaveTypeId]);
    if (seen.has(key)) throw problem('payClass', 'There is another code for the same minutes.');
    seen.add(key);
    return { payClass, percent, leaveTypeId, code };
  });
}
