import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { actorOf, type GraphQLContext } from '../../graphql/context.js';
import { toEmployee } from './employee.mapper.js';
import { Employee } from './employee.types.js';
import { SetServiceBreaksInput } from './service-break.inputs.js';
import type { ServiceBreakService } from './service-break.service.js';

@Resolver(() => Employee)
export class ServiceBreakResolver {
  constructor(private readonly breaks: ServiceBreakService) {}

  @Mutation(() => Employee, {
    description:
      'Puts right when the person did not work here in between; the days that change with it are judged anew. DAY_CLOSED if one of them is finalised.',
  })
  async setServiceBreaks(
    @Arg('input', () => SetServiceBreaksInput, { description: 'Whose, and which they are to be.' })
    input: SetServiceBreaksInput,
    @Ctx() context: GraphQLContext,
  ): Promise<Employee> {
    return toEmployee(await this.breaks.set(actorOf(context), input));
  }
}
