import type { ServiceContext } from '../../services/service-context.js';
import { VERSION } from '../../version.js';
import type { SetupStatus } from './setup.types.js';

export class SetupService {
  constructor(
    private readonly context: ServiceContext,
    private readonly hasOwner: () => Promise<boolean>,
    private readonly singleSignOn: string | null,
  ) {}

  async status(): Promise<SetupStatus> {
    const { organisationName } = await this.context.db.settings.get();
    const hasOwner = await this.hasOwner();
    return { hasOwner, version: VERSION, organisationName, singleSignOn: this.singleSignOn };
  }
}
