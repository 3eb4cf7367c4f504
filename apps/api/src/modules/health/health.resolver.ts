import { Query, Resolver } from 'type-graphql';
import type { HealthService } from './health.service.js';
import { Health } from './health.types.js';

@Resolver()
export class HealthResolver {
  constructor(private readonly healthService: HealthService) {}

  @Query(() => Health, { description: 'Whether this installation works, and with what.' })
  health(): Promise<Health> {
    return this.healthService.report();
  }
}
