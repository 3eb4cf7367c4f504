import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { actorOf, type GraphQLContext } from '../../graphql/context.js';
import type { AssignmentService } from './assignment.service.js';
import type { MoveShiftService } from './move-shift.service.js';
import { CreatePolicyInput } from './policy.inputs.js';
import type { PolicyService } from './policy.service.js';
import {
  AssignShiftInput,
  CreateShiftInput,
  MoveShiftInput,
  UpdateAssignmentInput,
  UpdateShiftInput,
} from './roster.inputs.js';
import { toAssignment, toPolicy, toShift } from './roster.mapper.js';
import { AttendancePolicy, Shift, ShiftAssignment } from './roster.types.js';
import type { ShiftService } from './shift.service.js';
import { StatutoryBreaks } from './statutory-breaks.types.js';

@Resolver()
export class RosterResolver {
  constructor(
    private readonly shiftService: ShiftService,
    private readonly policyService: PolicyService,
    private readonly assignmentService: AssignmentService,
    private readonly moveShiftService: MoveShiftService,
  ) {}

  @Query(() => [Shift], { description: 'All shifts by name, archived ones too.' })
  async shifts(@Ctx() context: GraphQLContext): Promise<Shift[]> {
    return (await this.shiftService.list(actorOf(context))).map(toShift);
  }

  @Query(() => [AttendancePolicy], { description: 'All versions of all policies, by policy and number.' })
  async attendancePolicies(@Ctx() context: GraphQLContext): Promise<AttendancePolicy[]> {
    return (await this.policyService.list(actorOf(context))).map(toPolicy);
  }

  @Query(() => [StatutoryBreaks], { description: 'Breaks that a law asks for, for the countries we know them of.' })
  statutoryBreaks(): StatutoryBreaks[] {
    return this.policyService.statutoryBreaks().map((one) => ({ ...one }));
  }

  @Query(() => [ShiftAssignment], {
    description:
      'What one person works, by first date; with what merged records have, cut to the dates on which it counts.',
  })
  async shiftAssignments(
    @Arg('employeeId', () => ID, { description: 'Whose assignments.' }) employeeId: string,
    @Ctx() context: GraphQLContext,
  ): Promise<ShiftAssignment[]> {
    return (await this.assignmentService.list(actorOf(context), employeeId)).map(toAssignment);
  }

  @Mutation(() => Shift, { description: 'Adds a shift. Its start and end must differ.' })
  async createShift(
    @Arg('input', () => CreateShiftInput, { description: 'The shift to add.' }) input: CreateShiftInput,
    @Ctx() context: GraphQLContext,
  ): Promise<Shift> {
    return toShift(await this.shiftService.create(actorOf(context), input));
  }

  @Mutation(() => Shift, { description: 'Changes a shift. Days judged already stay until they are computed anew.' })
  async updateShift(
    @Arg('input', () => UpdateShiftInput, { description: 'Which shift, and what changes.' }) input: UpdateShiftInput,
    @Ctx() context: GraphQLContext,
  ): Promise<Shift> {
    return toShift(await this.shiftService.update(actorOf(context), input));
  }

  @Mutation(() => AttendancePolicy, { description: 'Adds a policy, or the next version of one.' })
  async createAttendancePolicy(
    @Arg('input', () => CreatePolicyInput, { description: 'The rules, and from when on they judge.' })
    input: CreatePolicyInput,
    @Ctx() context: GraphQLContext,
  ): Promise<AttendancePolicy> {
    return toPolicy(await this.policyService.create(actorOf(context), input));
  }

  @Mutation(() => [ShiftAssignment], {
    description: 'Gives people work, all of them or none. SHIFT_OVERLAP if hours overlap.',
  })
  async assignShift(
    @Arg('input', () => AssignShiftInput, { description: 'Who works what, and from when to when.' })
    input: AssignShiftInput,
    @Ctx() context: GraphQLContext,
  ): Promise<ShiftAssignment[]> {
    return (await this.assignmentService.assign(actorOf(context), input)).map(toAssignment);
  }

  @Mutation(() => Shift, {
    description: 'Removes a shift and answers it as it was. IN_USE if anybody was planned with it.',
  })
  async removeShift(
    @Arg('id', () => ID, { description: 'The shift.' }) id: string,
    @Arg('version', () => Int, { description: 'The version you read.' }) version: number,
    @Ctx() context: GraphQLContext,
  ): Promise<Shift> {
    return toShift(await this.shiftService.remove(actorOf(context), id, version));
  }

  @Mutation(() => ShiftAssignment, { description: 'Changes the dates or the site of an assignment.' })
  async updateShiftAssignment(
    @Arg('input', () => UpdateAssignmentInput, { description: 'What changes.' }) input: UpdateAssignmentInput,
    @Ctx() context: GraphQLContext,
  ): Promise<ShiftAssignment> {
    return toAssignment(await this.assignmentService.update(actorOf(context), input));
  }

  @Mutation(() => ShiftAssignment, {
    description:
      'Moves one shift of one date to another date or person and answers its assignment. Moved back, what was taken apart is joined again, and the joined or taken away assignment is answered. SHIFT_OVERLAP.',
  })
  async moveShift(
    @Arg('input', () => MoveShiftInput, { description: 'Which shift of which date, and where to.' })
    input: MoveShiftInput,
    @Ctx() context: GraphQLContext,
  ): Promise<ShiftAssignment> {
    return toAssignment(await this.moveShiftService.move(actorOf(context), input));
  }

  @Mutation(() => ShiftAssignment, { description: 'Takes an assignment back and answers it as it was.' })
  async removeShiftAssignment(
    @Arg('id', () => ID, { description: 'The id of the assignment.' }) id: string,
    @Arg('version', () => Int, { description: 'The version you read.' }) version: number,
    @Ctx() context: GraphQLContext,
  ): Promise<ShiftAssignment> {
    return toAssignment(await this.assignmentService.remove(actorOf(context), id, version));
  }
}
