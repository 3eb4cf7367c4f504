import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { actorOf, type GraphQLContext } from '../../graphql/context.js';
import { orNull } from '../../graphql/or-null.js';
import { toEmployee } from '../employee/employee.mapper.js';
import { Employee } from '../employee/employee.types.js';
import { toSite } from '../site/site.mapper.js';
import { Site } from '../site/site.types.js';
import { CreateDepartmentInput, UpdateDepartmentInput } from './department.inputs.js';
import { toDepartment } from './department.mapper.js';
import type { DepartmentService } from './department.service.js';
import { Department } from './department.types.js';

@Resolver(() => Department)
export class DepartmentResolver {
  constructor(private readonly departmentService: DepartmentService) {}

  @Query(() => [Department], { description: 'All departments by name, archived ones too.' })
  async departments(@Ctx() context: GraphQLContext): Promise<Department[]> {
    return (await this.departmentService.list(actorOf(context))).map(toDepartment);
  }

  @Mutation(() => Department, { description: 'Adds a department.' })
  async createDepartment(
    @Arg('input', () => CreateDepartmentInput, { description: 'The department to add.' }) input: CreateDepartmentInput,
    @Ctx() context: GraphQLContext,
  ): Promise<Department> {
    return toDepartment(await this.departmentService.create(actorOf(context), input));
  }

  @Mutation(() => Department, { description: 'Changes a department.' })
  async updateDepartment(
    @Arg('input', () => UpdateDepartmentInput, { description: 'What changes.' }) input: UpdateDepartmentInput,
    @Ctx() context: GraphQLContext,
  ): Promise<Department> {
    return toDepartment(await this.departmentService.update(actorOf(context), input));
  }

  @FieldResolver(() => Department, { nullable: true, description: 'Null: at the top.' })
  async parent(@Root() department: Department, @Ctx() context: GraphQLContext): Promise<Department | null> {
    return orNull(await context.loaders.department(department.parentId), toDepartment);
  }

  @FieldResolver(() => Employee, { nullable: true, description: 'Null: nobody, or nobody you may see.' })
  async manager(@Root() department: Department, @Ctx() context: GraphQLContext): Promise<Employee | null> {
    return orNull(await context.loaders.employee(department.managerEmployeeId), toEmployee);
  }

  @FieldResolver(() => Site, { nullable: true, description: 'Null: spread over several sites.' })
  async site(@Root() department: Department, @Ctx() context: GraphQLContext): Promise<Site | null> {
    return orNull(await context.loaders.site(department.siteId), toSite);
  }
}
