import { Query, Resolver } from 'type-graphql';
import type { SetupService } from './setup.service.js';
import { SetupStatus } from './setup.types.js';

@Resolver()
export class SetupResolver {
  constructor(private readonly setup: SetupService) {}

  @Query(() => SetupStatus, { description: 'What may be known before signing in.' })
  setupStatus(): Promise<SetupStatus> {
    return this.setup.status();
  }
}
