import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { actorOf, type GraphQLContext } from '../../graphql/context.js';
import { toEmployee } from './employee.mapper.js';
import { Employee } from './employee.types.js';
import { ReactivateEmployeeInput } from './rehire.inputs.js';
import type { RehireService } from './rehire.service.js';

@Resolver(() => Employee)
export class RehireResolver {
  constructor(private readonly rehires: RehireService) {}

  @Mutation(() => Employee, {
    description:
      'The person works here again. The former agreement, face and PIN are over: they are asked for anew. Doing it twice changes nothing.',
  })
  async reactivateEmployee(
    @Arg('input', () => ReactivateEmployeeInput, { description: 'Who, and from when on.' })
    input: ReactivateEmployeeInput,
    @Ctx() context: GraphQLContext,
  ): Promise<Employee> {
    return toEmployee(await this.rehires.reactivate(actorOf(context), input));
  }
}
