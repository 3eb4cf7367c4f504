import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { GraphQLContext } from '../../graphql/context.js';
import { orNull } from '../../graphql/or-null.js';
import { toEmployee } from '../employee/employee.mapper.js';
import { Employee } from '../employee/employee.types.js';
import { DayChange } from './period.types.js';

/** From a day that would change to the person. */
@Resolver(() => DayChange)
export class DayChangeLinksResolver {
  @FieldResolver(() => Employee, { nullable: true, description: 'Whose day it is.' })
  async employee(@Root() change: DayChange, @Ctx() context: GraphQLContext): Promise<Employee | null> {
    return orNull(await context.loaders.employee(change.employeeId), toEmployee);
  }
}
