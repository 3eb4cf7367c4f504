import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { toConnection } from '../../graphql/connection.mapper.js';
import { actorOf, type GraphQLContext } from '../../graphql/context.js';
import { orNull } from '../../graphql/or-null.js';
import { toEmployee } from '../employee/employee.mapper.js';
import { Employee } from '../employee/employee.types.js';
import { CaptureAttemptsArgs } from './capture-attempt.inputs.js';
import { toCaptureAttempt } from './capture-attempt.mapper.js';
import type { CaptureAttemptService } from './capture-attempt.service.js';
import { CaptureAttempt, CaptureAttemptConnection } from './capture-attempt.types.js';

@Resolver(() => CaptureAttempt)
export class CaptureAttemptResolver {
  constructor(private readonly attempts: CaptureAttemptService) {}

  @Query(() => CaptureAttemptConnection, {
    description: 'Every use of a face or a PIN, accepted or refused, newest first.',
  })
  async captureAttempts(
    @Args(() => CaptureAttemptsArgs) args: CaptureAttemptsArgs,
    @Ctx() context: GraphQLContext,
  ): Promise<InstanceType<typeof CaptureAttemptConnection>> {
    return toConnection(await this.attempts.list(actorOf(context), args), toCaptureAttempt);
  }

  @FieldResolver(() => Employee, {
    nullable: true,
    description: 'Who was claimed or found. Null: nobody, or nobody you may see.',
  })
  async employee(@Root() attempt: CaptureAttempt, @Ctx() context: GraphQLContext): Promise<Employee | null> {
    return orNull(await context.loaders.employee(attempt.employeeId), toEmployee);
  }
}
