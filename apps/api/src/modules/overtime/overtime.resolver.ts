import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { actorOf, type GraphQLContext } from '../../graphql/context.js';
import { DecideOvertimeInput } from './overtime.inputs.js';
import { toOvertimeDecision } from './overtime.mapper.js';
import type { OvertimeService } from './overtime.service.js';
import { OvertimeDecision } from './overtime.types.js';

@Resolver()
export class OvertimeResolver {
  constructor(private readonly overtime: OvertimeService) {}

  @Mutation(() => OvertimeDecision, {
    description: 'Says how much of the overtime of a day may be paid. What waits has the flag OVERTIME_PENDING.',
  })
  async decideOvertime(
    @Arg('input', () => DecideOvertimeInput, { description: 'The day and how much of it is approved.' })
    input: DecideOvertimeInput,
    @Ctx() context: GraphQLContext,
  ): Promise<OvertimeDecision> {
    return toOvertimeDecision(await this.overtime.decide(actorOf(context), input));
  }
}
