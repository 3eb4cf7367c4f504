import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { toConnection } from '../../graphql/connection.mapper.js';
import { actorOf, type GraphQLContext } from '../../graphql/context.js';
import { DecisionInput } from '../../graphql/decision.input.js';
import { orNull } from '../../graphql/or-null.js';
import { toEmployee } from '../employee/employee.mapper.js';
import { Employee } from '../employee/employee.types.js';
import { CorrectionsArgs, PreviewCorrectionArgs, RequestCorrectionInput } from './correction.inputs.js';
import { toCorrection, toCorrectionPreview } from './correction.mapper.js';
import type { CorrectionService } from './correction.service.js';
import { Correction, CorrectionConnection, CorrectionPreview } from './correction.types.js';

@Resolver(() => Correction)
export class CorrectionResolver {
  constructor(private readonly correctionService: CorrectionService) {}

  @Query(() => CorrectionConnection, { description: 'Corrections, newest first. Employees see their own.' })
  async corrections(
    @Args(() => CorrectionsArgs) args: CorrectionsArgs,
    @Ctx() context: GraphQLContext,
  ): Promise<InstanceType<typeof CorrectionConnection>> {
    return toConnection(await this.correctionService.list(actorOf(context), args), toCorrection);
  }

  @Mutation(() => Correction, { description: 'Asks for a change of the marks. Employees ask for themselves.' })
  async requestCorrection(
    @Arg('input', () => RequestCorrectionInput, { description: 'What is wrong, and what it should be.' })
    input: RequestCorrectionInput,
    @Ctx() context: GraphQLContext,
  ): Promise<Correction> {
    return toCorrection(await this.correctionService.request(actorOf(context), input));
  }

  @Mutation(() => Correction, { description: 'Approves or rejects a correction, once.' })
  async decideCorrection(
    @Arg('input', () => DecisionInput, { description: 'The correction and the decision.' }) input: DecisionInput,
    @Arg('token', () => String, {
      nullable: true,
      description:
        'Of previewCorrection: approving does exactly what was shown, or answers CONFLICT. Left out: not compared.',
    })
    token: string | null,
    @Ctx() context: GraphQLContext,
  ): Promise<Correction> {
    return toCorrection(await this.correctionService.decide(actorOf(context), input, token));
  }

  @Mutation(() => CorrectionPreview, { description: 'Which days approving a correction would change. Writes nothing.' })
  async previewCorrection(
    @Args(() => PreviewCorrectionArgs) args: PreviewCorrectionArgs,
    @Ctx() context: GraphQLContext,
  ): Promise<CorrectionPreview> {
    return toCorrectionPreview(await this.correctionService.preview(actorOf(context), args));
  }

  @FieldResolver(() => Employee, { description: 'Whose marks it is about.' })
  async employee(@Root() correction: Correction, @Ctx() context: GraphQLContext): Promise<Employee | null> {
    return orNull(await context.loaders.employee(correction.employeeId), toEmployee);
  }
}
