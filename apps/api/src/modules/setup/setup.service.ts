import type { ServiceContext } from '../../services/service-context.js';
import { VERSION } from '../../version.js';
import type { SetupStatus } from './setup.types.js';

export class SetupService {
  constructor(
    private readonly context: ServiceContext,
    private readonly hasOwner: () => Promise<boolean>,
  ) {}

  async status(): Promise<SetupStatus> {
    const { organisationName } = await this.context.db.settings.get();
    return { hasOwner: await this.hasOwner(), version: VERSION, organisationName };
  }
}
