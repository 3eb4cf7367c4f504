import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { actorOf, type GraphQLContext } from '../../graphql/context.js';
import { FinalisePeriodInput, PeriodInput, RecomputeInput, ReopenPeriodInput } from './period.inputs.js';
import { toPeriod, toPreview } from './period.mapper.js';
import type { PeriodService } from './period.service.js';
import { FinalisedPeriod, PeriodReadiness, RecomputePreview, RecomputeResult } from './period.types.js';
import type { RecomputeService } from './recompute.service.js';

@Resolver()
export class PeriodResolver {
  constructor(
    private readonly periods: PeriodService,
    private readonly recompute: RecomputeService,
  ) {}

  @Query(() => [FinalisedPeriod], { description: 'Finalised periods, latest first, reopened ones too.' })
  async finalisedPeriods(@Ctx() context: GraphQLContext): Promise<FinalisedPeriod[]> {
    return (await this.periods.list(actorOf(context))).map(toPeriod);
  }

  @Query(() => PeriodReadiness, { description: 'What is unresolved in a period that is to be finalised.' })
  async periodReadiness(
    @Arg('input', () => PeriodInput, { description: 'The dates, and whose.' }) input: PeriodInput,
    @Ctx() context: GraphQLContext,
  ): Promise<PeriodReadiness> {
    return { ...(await this.periods.readiness(actorOf(context), input)) };
  }

  @Mutation(() => RecomputePreview, { description: 'What computing these days anew would change. Writes nothing.' })
  async previewRecompute(
    @Arg('input', () => RecomputeInput, { description: 'Which days, and a change of the rules to try out.' })
    input: RecomputeInput,
    @Ctx() context: GraphQLContext,
  ): Promise<RecomputePreview> {
    return toPreview(await this.recompute.preview(actorOf(context), input));
  }

  @Mutation(() => RecomputeResult, {
    description: 'Writes what the preview showed, or answers CONFLICT if anything arrived in between.',
  })
  async applyRecompute(
    @Arg('input', () => RecomputeInput, { description: 'The same input that was previewed.' }) input: RecomputeInput,
    @Arg('token', () => String, { description: 'The token of the preview, at most an hour old.' }) token: string,
    @Ctx() context: GraphQLContext,
  ): Promise<RecomputeResult> {
    return { ...(await this.recompute.apply(actorOf(context), input, token)) };
  }

  @Mutation(() => FinalisedPeriod, { description: 'Locks the verdicts of a period that is over.' })
  async finalisePeriod(
    @Arg('input', () => FinalisePeriodInput, { description: 'The dates, and whose.' }) input: FinalisePeriodInput,
    @Ctx() context: GraphQLContext,
  ): Promise<FinalisedPeriod> {
    return toPeriod(await this.periods.finalise(actorOf(context), input));
  }

  @Mutation(() => FinalisedPeriod, { description: 'Unlocks a period again, with a reason.' })
  async reopenPeriod(
    @Arg('input', () => ReopenPeriodInput, { description: 'Which period, and why.' }) input: ReopenPeriodInput,
    @Ctx() context: GraphQLContext,
  ): Promise<FinalisedPeriod> {
    return toPeriod(await this.periods.reopen(actorOf(context), input));
  }
}
