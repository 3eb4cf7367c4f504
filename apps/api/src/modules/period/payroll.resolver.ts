import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { actorOf, type GraphQLContext } from '../../graphql/context.js';
import type { PayrollService } from './payroll.service.js';
import { PeriodSignOffsArgs, SignOffPeriodInput, WithdrawSignOffInput } from './period.inputs.js';
import { toRetroDeltas, toSignOff, toUnjudged } from './period.mapper.js';
import { PeriodSignOff, RetroDelta, UnjudgedPerson } from './period.types.js';
import type { SignOffService } from './sign-off.service.js';

/** What stands between the days and payroll: signatures before, differences afterwards. */
@Resolver()
export class PayrollResolver {
  constructor(
    private readonly signOffs: SignOffService,
    private readonly payroll: PayrollService,
  ) {}

  @Query(() => [PeriodSignOff], { description: 'Sign-offs that touch these dates, latest first.' })
  async periodSignOffs(
    @Args(() => PeriodSignOffsArgs) range: PeriodSignOffsArgs,
    @Ctx() context: GraphQLContext,
  ): Promise<PeriodSignOff[]> {
    return (await this.signOffs.list(actorOf(context), range)).map(toSignOff);
  }

  @Query(() => [RetroDelta], {
    description: 'What late marks and corrections change about a period that payroll has taken, by employee number.',
  })
  async retroDeltas(
    @Arg('periodId', () => ID, { description: 'Which finalised period.' }) periodId: string,
    @Arg('employeeId', () => ID, { nullable: true, description: 'Only this person.' }) employeeId: string | null,
    @Ctx() context: GraphQLContext,
  ): Promise<RetroDelta[]> {
    const deltas: RetroDelta[] = [];
    for await (const person of this.payroll.retroDeltas(actorOf(context), periodId, employeeId ?? null))
      deltas.push(...toRetroDeltas(person));
    return deltas;
  }

  @Query(() => [UnjudgedPerson], {
    description: 'People of whom retroDeltas can say nothing, by employee number.',
  })
  async retroUnjudged(
    @Arg('periodId', () => ID, { description: 'Which finalised period.' }) periodId: string,
    @Ctx() context: GraphQLContext,
  ): Promise<UnjudgedPerson[]> {
    return (await this.payroll.unjudged(actorOf(context), periodId)).map(toUnjudged);
  }

  @Mutation(() => PeriodSignOff, { description: 'Signs for the days of a period as they are now.' })
  async signOffPeriod(
    @Arg('input', () => SignOffPeriodInput, { description: 'The dates, and whose.' }) input: SignOffPeriodInput,
    @Ctx() context: GraphQLContext,
  ): Promise<PeriodSignOff> {
    return toSignOff(await this.signOffs.sign(actorOf(context), input));
  }

  @Mutation(() => PeriodSignOff, { description: 'Takes a sign-off back.' })
  async withdrawSignOff(
    @Arg('input', () => WithdrawSignOffInput, { description: 'Which sign-off to take back.' })
    input: WithdrawSignOffInput,
    @Ctx() context: GraphQLContext,
  ): Promise<PeriodSignOff> {
    return toSignOff({ signOff: await this.signOffs.withdraw(actorOf(context), input), isCurrent: false });
  }
}
