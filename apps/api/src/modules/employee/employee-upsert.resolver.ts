import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { actorOf, type GraphQLContext } from '../../graphql/context.js';
import { orNull } from '../../graphql/or-null.js';
import { toEmployee } from './employee.mapper.js';
import { Employee } from './employee.types.js';
import { UpsertEmployeesInput } from './employee-upsert.inputs.js';
import type { EmployeeUpsertService } from './employee-upsert.service.js';
import { UpsertEmployeeResult, UpsertEmployeesPayload } from './employee-upsert.types.js';

@Resolver(() => UpsertEmployeeResult)
export class EmployeeUpsertResolver {
  constructor(private readonly upserts: EmployeeUpsertService) {}

  @Mutation(() => UpsertEmployeesPayload, {
    description:
      'Enters or changes many people as another system knows them. One that cannot be is refused and does not stop the others.',
  })
  async upsertEmployees(
    @Arg('input', () => UpsertEmployeesInput, { description: 'The people.' }) input: UpsertEmployeesInput,
    @Ctx() context: GraphQLContext,
  ): Promise<UpsertEmployeesPayload> {
    return this.upserts.upsert(actorOf(context), input);
  }

  @FieldResolver(() => Employee, { nullable: true, description: 'The person as stored now. Null: as employeeId.' })
  async employee(
    @Root() { employeeId }: UpsertEmployeeResult,
    @Ctx() context: GraphQLContext,
  ): Promise<Employee | null> {
    return orNull(await context.loaders.employee(employeeId), toEmployee);
  }
}
