import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { toConnection } from '../../graphql/connection.mapper.js';
import { actorOf, type GraphQLContext } from '../../graphql/context.js';
import { type FaceStatus, FaceStatusEnum } from '../../graphql/enums.js';
import { orNull } from '../../graphql/or-null.js';
import { toConsent } from '../consent/consent.mapper.js';
import { Consent } from '../consent/consent.types.js';
import { toDepartment } from '../department/department.mapper.js';
import { Department } from '../department/department.types.js';
import { toFaceTemplate } from '../face/face.mapper.js';
import { FaceTemplate } from '../face/face.types.js';
import { toShift } from '../roster/roster.mapper.js';
import { Shift } from '../roster/roster.types.js';
import { toSite } from '../site/site.mapper.js';
import { Site } from '../site/site.types.js';
import { CreateEmployeeInput, EmployeeArgs, EmployeesArgs, UpdateEmployeeInput } from './employee.inputs.js';
import { toEmployee } from './employee.mapper.js';
import type { EmployeeService } from './employee.service.js';
import { Employee, EmployeeConnection } from './employee.types.js';

@Resolver(() => Employee)
export class EmployeeResolver {
  constructor(private readonly employeeService: EmployeeService) {}

  @Query(() => Employee, { nullable: true, description: 'By id or by number, exactly one. Null if there is none.' })
  async employee(
    @Args(() => EmployeeArgs) args: EmployeeArgs,
    @Ctx() context: GraphQLContext,
  ): Promise<Employee | null> {
    return orNull(await this.employeeService.find(actorOf(context), args), toEmployee);
  }

  @Query(() => EmployeeConnection, { description: 'People you may see, those who left too.' })
  async employees(
    @Args(() => EmployeesArgs) args: EmployeesArgs,
    @Ctx() context: GraphQLContext,
  ): Promise<InstanceType<typeof EmployeeConnection>> {
    const page = await this.employeeService.list(actorOf(context), args);
    context.loaders.know(page.nodes);
    return toConnection(page, toEmployee);
  }

  @Mutation(() => Employee, {
    description: 'Enters a person. CONFLICT if the number, the external id or the badge is taken.',
  })
  async createEmployee(
    @Arg('input', () => CreateEmployeeInput, { description: 'The person to enter.' }) input: CreateEmployeeInput,
    @Ctx() context: GraphQLContext,
  ): Promise<Employee> {
    return toEmployee(await this.employeeService.create(actorOf(context), input));
  }

  @Mutation(() => Employee, {
    description:
      'Changes a person. CONFLICT if somebody else has changed it since, or a number is taken. SHIFT_OVERLAP if the default shift overlaps an assignment.',
  })
  async updateEmployee(
    @Arg('input', () => UpdateEmployeeInput, { description: 'Who, and what changes.' }) input: UpdateEmployeeInput,
    @Ctx() context: GraphQLContext,
  ): Promise<Employee> {
    return toEmployee(await this.employeeService.update(actorOf(context), input));
  }

  @Mutation(() => Employee, {
    description:
      'The person leaves: no marks any more, signed out everywhere, and today is the last day unless that is past. Doing it twice changes nothing.',
  })
  async deactivateEmployee(
    @Arg('id', () => ID, { description: 'The id of the person.' }) id: string,
    @Ctx() context: GraphQLContext,
  ): Promise<Employee> {
    return toEmployee(await this.employeeService.deactivate(actorOf(context), id));
  }

  @FieldResolver(() => Site, { nullable: true, description: 'The site the person belongs to now. Null: none.' })
  async site(@Root() employee: Employee, @Ctx() context: GraphQLContext): Promise<Site | null> {
    return orNull(await context.loaders.site(employee.siteId), toSite);
  }

  @FieldResolver(() => Department, { nullable: true, description: 'Null: none.' })
  async department(@Root() employee: Employee, @Ctx() context: GraphQLContext): Promise<Department | null> {
    return orNull(await context.loaders.department(employee.departmentId), toDepartment);
  }

  @FieldResolver(() => Shift, { nullable: true, description: 'The shift worked where no assignment says otherwise.' })
  async defaultShift(@Root() employee: Employee, @Ctx() context: GraphQLContext): Promise<Shift | null> {
    return orNull(await context.loaders.shift(employee.defaultShiftId), toShift);
  }

  @FieldResolver(() => Consent, { nullable: true, description: 'The agreement in force; null if there is none.' })
  async consent(@Root() employee: Employee, @Ctx() context: GraphQLContext): Promise<Consent | null> {
    return orNull(await context.loaders.consent(employee.id), toConsent);
  }

  @FieldResolver(() => Boolean, { nullable: true, description: 'Whether a PIN was set; null: not yours to see.' })
  hasPin(@Root() employee: Employee, @Ctx() context: GraphQLContext): Promise<boolean> {
    return context.loaders.hasPin(employee.id);
  }

  @FieldResolver(() => FaceStatusEnum, { description: 'Whether a face is stored that can be compared.' })
  faceStatus(@Root() employee: Employee, @Ctx() context: GraphQLContext): Promise<FaceStatus> {
    return context.loaders.faceStatus(employee.id);
  }

  @FieldResolver(() => [FaceTemplate], {
    description: 'The stored faces, without the numbers they are made of; empty: none.',
  })
  async templates(@Root() employee: Employee, @Ctx() context: GraphQLContext): Promise<FaceTemplate[]> {
    return (await context.loaders.templates(employee.id)).map(toFaceTemplate);
  }
}
