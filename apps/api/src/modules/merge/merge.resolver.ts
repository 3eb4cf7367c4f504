import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { actorOf, type GraphQLContext } from '../../graphql/context.js';
import { orNull } from '../../graphql/or-null.js';
import { toEmployee } from '../employee/employee.mapper.js';
import { Employee } from '../employee/employee.types.js';
import { MergeEmployeesInput, UnmergeEmployeesInput } from './merge.inputs.js';
import type { MergeService } from './merge.service.js';

@Resolver(() => Employee)
export class MergeResolver {
  constructor(private readonly merges: MergeService) {}

  @Mutation(() => Employee, {
    description:
      'One person has two records: the marks of the second count for the first from now on, its shifts, leave and decisions on overtime where the first has none, and its face and PIN are out of use. Nothing is deleted. Gives the record that stays.',
  })
  async mergeEmployees(
    @Arg('input', () => MergeEmployeesInput, { description: 'Which records.' }) input: MergeEmployeesInput,
    @Ctx() context: GraphQLContext,
  ): Promise<Employee> {
    return toEmployee(await this.merges.merge(actorOf(context), input));
  }

  @Mutation(() => Employee, {
    description:
      'Undoes a merge: marks, face and days are as if there had been none. Gives the record that is one of its own again.',
  })
  async unmergeEmployees(
    @Arg('input', () => UnmergeEmployeesInput, { description: 'Which record.' }) input: UnmergeEmployeesInput,
    @Ctx() context: GraphQLContext,
  ): Promise<Employee> {
    return toEmployee(await this.merges.unmerge(actorOf(context), input));
  }

  @FieldResolver(() => Employee, {
    nullable: true,
    description: 'The record that this one was merged into; null: none, or not yours to see.',
  })
  async mergedInto(@Root() employee: Employee, @Ctx() context: GraphQLContext): Promise<Employee | null> {
    return orNull(await context.loaders.employee(employee.mergedIntoId), toEmployee);
  }

  @FieldResolver(() => [Employee], {
    nullable: true,
    description: 'The records that were merged into this one, as far as you may see them.',
  })
  async mergedFrom(@Root() employee: Employee, @Ctx() context: GraphQLContext): Promise<Employee[]> {
    return (await context.loaders.mergedFrom(employee.id)).map(toEmployee);
  }
}
