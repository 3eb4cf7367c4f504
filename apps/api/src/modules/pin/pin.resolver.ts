import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { actorOf, type GraphQLContext } from '../../graphql/context.js';
import { toEmployee } from '../employee/employee.mapper.js';
import { Employee } from '../employee/employee.types.js';
import type { PinService } from './pin.service.js';

@Resolver()
export class PinResolver {
  constructor(private readonly pins: PinService) {}

  @Mutation(() => Employee, {
    description:
      'Gives a person a PIN of 6 to 12 digits: the way to mark attendance without a face. Nobody can read it again.',
  })
  async setPin(
    @Arg('employeeId', () => ID, { description: 'Whose PIN it is.' }) employeeId: string,
    @Arg('pin', () => String, { description: 'The PIN, 6 to 12 digits.' }) pin: string,
    @Ctx() context: GraphQLContext,
  ): Promise<Employee> {
    return toEmployee(await this.pins.set(actorOf(context), employeeId, pin));
  }

  @Mutation(() => Employee, { description: 'Takes the PIN away. Doing it twice changes nothing.' })
  async removePin(
    @Arg('employeeId', () => ID, { description: 'Whose PIN is taken away.' }) employeeId: string,
    @Ctx() context: GraphQLContext,
  ): Promise<Employee> {
    return toEmployee(await this.pins.remove(actorOf(context), employeeId));
  }
}
