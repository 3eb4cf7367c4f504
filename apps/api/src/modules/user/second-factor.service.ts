import type { Actor } from '../../access/actor.js';
import type { AccountStore } from '../../auth/accounts.js';
import type { ServiceContext } from '../../services/service-context.js';
import type { SecondFactor } from './user.types.js';

const OFF: SecondFactor = { isOn: false, recoveryCodesLeft: 0 };

/** What people see of their own second factor; setting it up is part of the session service. */
export class SecondFactorService {
  constructor(
    private readonly context: ServiceContext,
    private readonly accounts: Pick<AccountStore, 'countRecoveryCodes'>,
  ) {}

  /** Always off for keys. */
  async own(actor: Actor): Promise<SecondFactor> {
    if (actor.kind !== 'USER') return OFF;
    const record = await this.context.db.secondFactors.findOf(actor.id);
    if (record === null || !record.isVerified) return OFF;
    return { isOn: true, recoveryCodesLeft: await this.accounts.countRecoveryCodes(record) };
  }
}
