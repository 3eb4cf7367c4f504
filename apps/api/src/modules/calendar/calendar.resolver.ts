import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { toConnection } from '../../graphql/connection.mapper.js';
import { actorOf, type GraphQLContext } from '../../graphql/context.js';
import { DecisionInput } from '../../graphql/decision.input.js';
import { orNull } from '../../graphql/or-null.js';
import { LocalDate } from '../../graphql/scalars.js';
import { toEmployee } from '../employee/employee.mapper.js';
import { Employee } from '../employee/employee.types.js';
import {
  CreateHolidayInput,
  CreateLeaveTypeInput,
  CreateWeeklyOffInput,
  ImportHolidaysInput,
  KnownHolidaysArgs,
  LeavesArgs,
  RequestLeaveInput,
  UpdateLeaveTypeInput,
} from './calendar.inputs.js';
import {
  toHoliday,
  toHolidayPlace,
  toImport,
  toKnownHolidays,
  toLeave,
  toLeaveType,
  toWeeklyOff,
} from './calendar.mapper.js';
import type { CalendarService } from './calendar.service.js';
import {
  Holiday,
  HolidayImport,
  HolidayPlace,
  KnownHolidays,
  Leave,
  LeaveConnection,
  LeaveType,
  WeeklyOff,
} from './calendar.types.js';
import type { HolidayImportService } from './holiday-import.service.js';
import type { HolidaySourceService } from './holiday-source.service.js';
import type { LeaveService } from './leave.service.js';

@Resolver()
export class CalendarResolver {
  constructor(
    private readonly calendar: CalendarService,
    private readonly holidayImport: HolidayImportService,
    private readonly holidaySource: HolidaySourceService,
  ) {}

  @Query(() => [Holiday], { description: 'Holidays between two dates, both included, at most two years.' })
  async holidays(
    @Arg('from', () => LocalDate, { description: 'The first date, included.' }) from: string,
    @Arg('to', () => LocalDate, { description: 'The last date, included.' }) to: string,
    @Ctx() context: GraphQLContext,
  ): Promise<Holiday[]> {
    return (await this.calendar.holidays(actorOf(context), from, to)).map(toHoliday);
  }

  @Query(() => [HolidayPlace], { description: 'Countries and their parts of which holidays are known.' })
  async holidayPlaces(
    @Arg('language', () => String, {
      defaultValue: 'en',
      description: 'The language of the names, for example en, de or ar.',
    })
    language: string,
    @Ctx() context: GraphQLContext,
  ): Promise<HolidayPlace[]> {
    return (await this.holidaySource.places(actorOf(context), language)).map(toHolidayPlace);
  }

  @Query(() => KnownHolidays, { description: 'The holidays of a place and year. Nothing is added: import them.' })
  async knownHolidays(
    @Args(() => KnownHolidaysArgs) args: KnownHolidaysArgs,
    @Ctx() context: GraphQLContext,
  ): Promise<KnownHolidays> {
    return toKnownHolidays(await this.holidaySource.known(actorOf(context), args));
  }

  @Query(() => [WeeklyOff], { description: 'Weekdays on which nobody works.' })
  async weeklyOffs(@Ctx() context: GraphQLContext): Promise<WeeklyOff[]> {
    return (await this.calendar.weeklyOffs(actorOf(context))).map(toWeeklyOff);
  }

  @Query(() => [LeaveType], { description: 'All kinds of leave by name.' })
  async leaveTypes(@Ctx() context: GraphQLContext): Promise<LeaveType[]> {
    return (await this.calendar.leaveTypes(actorOf(context))).map(toLeaveType);
  }

  @Mutation(() => Holiday, { description: 'Adds a holiday. Days judged already stay until they are computed anew.' })
  async createHoliday(
    @Arg('input', () => CreateHolidayInput, { description: 'The holiday to add.' }) input: CreateHolidayInput,
    @Ctx() context: GraphQLContext,
  ): Promise<Holiday> {
    return toHoliday(await this.calendar.createHoliday(actorOf(context), input));
  }

  @Mutation(() => Holiday, { description: 'Takes a holiday back and answers it as it was.' })
  async removeHoliday(
    @Arg('id', () => ID, { description: 'The id of the holiday.' }) id: string,
    @Arg('version', () => Int, { description: 'The version you read.' }) version: number,
    @Ctx() context: GraphQLContext,
  ): Promise<Holiday> {
    return toHoliday(await this.calendar.removeHoliday(actorOf(context), id, version));
  }

  @Mutation(() => HolidayImport, { description: 'Adds many holidays, all or none. Doing it twice changes nothing.' })
  async importHolidays(
    @Arg('input', () => ImportHolidaysInput, { description: 'The holidays, and where they hold.' })
    input: ImportHolidaysInput,
    @Ctx() context: GraphQLContext,
  ): Promise<HolidayImport> {
    return toImport(await this.holidayImport.run(actorOf(context), input));
  }

  @Mutation(() => WeeklyOff, { description: 'Adds a weekday on which nobody works.' })
  async createWeeklyOff(
    @Arg('input', () => CreateWeeklyOffInput, { description: 'The weekday, and when and where it is off.' })
    input: CreateWeeklyOffInput,
    @Ctx() context: GraphQLContext,
  ): Promise<WeeklyOff> {
    return toWeeklyOff(await this.calendar.createWeeklyOff(actorOf(context), input));
  }

  @Mutation(() => WeeklyOff, { description: 'Takes a weekly day off back and answers it as it was.' })
  async removeWeeklyOff(
    @Arg('id', () => ID, { description: 'The id of the weekly day off.' }) id: string,
    @Arg('version', () => Int, { description: 'The version you read.' }) version: number,
    @Ctx() context: GraphQLContext,
  ): Promise<WeeklyOff> {
    return toWeeklyOff(await this.calendar.removeWeeklyOff(actorOf(context), id, version));
  }

  @Mutation(() => LeaveType, { description: 'Adds a kind of leave.' })
  async createLeaveType(
    @Arg('input', () => CreateLeaveTypeInput, { description: 'The kind of leave to add.' }) input: CreateLeaveTypeInput,
    @Ctx() context: GraphQLContext,
  ): Promise<LeaveType> {
    return toLeaveType(await this.calendar.createLeaveType(actorOf(context), input));
  }

  @Mutation(() => LeaveType, { description: 'Changes a kind of leave.' })
  async updateLeaveType(
    @Arg('input', () => UpdateLeaveTypeInput, { description: 'What changes.' }) input: UpdateLeaveTypeInput,
    @Ctx() context: GraphQLContext,
  ): Promise<LeaveType> {
    return toLeaveType(await this.calendar.updateLeaveType(actorOf(context), input));
  }
}

@Resolver(() => Leave)
export class LeaveResolver {
  constructor(private readonly leaveService: LeaveService) {}

  @Query(() => LeaveConnection, { description: 'Leaves, latest first. Employees see their own.' })
  async leaves(
    @Args(() => LeavesArgs) args: LeavesArgs,
    @Ctx() context: GraphQLContext,
  ): Promise<InstanceType<typeof LeaveConnection>> {
    return toConnection(await this.leaveService.list(actorOf(context), args), toLeave);
  }

  @Mutation(() => Leave, { description: 'Asks for a leave. Employees ask for themselves.' })
  async requestLeave(
    @Arg('input', () => RequestLeaveInput, { description: 'Whose leave, of which kind and when.' })
    input: RequestLeaveInput,
    @Ctx() context: GraphQLContext,
  ): Promise<Leave> {
    return toLeave(await this.leaveService.request(actorOf(context), input));
  }

  @Mutation(() => Leave, { description: 'Approves or rejects a leave, once. The days it covers are built anew.' })
  async decideLeave(
    @Arg('input', () => DecisionInput, { description: 'The leave and the decision.' }) input: DecisionInput,
    @Ctx() context: GraphQLContext,
  ): Promise<Leave> {
    return toLeave(await this.leaveService.decide(actorOf(context), input));
  }

  @Mutation(() => Leave, {
    description: 'Takes a leave back. Employees: their own while nobody decided; managers: approved ones too.',
  })
  async cancelLeave(
    @Arg('id', () => ID, { description: 'The leave.' }) id: string,
    @Arg('version', () => Int, { description: 'The version you read.' }) version: number,
    @Ctx() context: GraphQLContext,
  ): Promise<Leave> {
    return toLeave(await this.leaveService.cancel(actorOf(context), id, version));
  }

  @FieldResolver(() => LeaveType, { description: 'The kind of leave.' })
  async leaveType(@Root() leave: Leave, @Ctx() context: GraphQLContext): Promise<LeaveType | null> {
    return orNull(await context.loaders.leaveType(leave.leaveTypeId), toLeaveType);
  }

  @FieldResolver(() => Employee, { description: 'Whose leave it is.' })
  async employee(@Root() leave: Leave, @Ctx() context: GraphQLContext): Promise<Employee | null> {
    return orNull(await context.loaders.employee(leave.employeeId), toEmployee);
  }
}
