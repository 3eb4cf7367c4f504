import { Query, Resolver } from 'type-graphql';
import type { HealthService } from './health.service.js';
import { Health } from './health.types.js';

@Resolver()
export class HealthResolver {
  constructor(private readonly healthService: HealthService) {}

  @Query(() => Health)
  health(): Promise<Health> {
    return this.healthService.report();
  }
}
