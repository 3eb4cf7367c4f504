import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { actorOf, type GraphQLContext } from '../../graphql/context.js';
import { EraseEmployeeInput } from './erasure.inputs.js';
import type { ErasureService } from './erasure.service.js';
import { ErasureCertificate } from './erasure.types.js';

@Resolver(() => ErasureCertificate)
export class ErasureResolver {
  constructor(private readonly erasures: ErasureService) {}

  @Mutation(() => ErasureCertificate, {
    description:
      'Erases somebody who left, for good: face, name, number, address, account and what was typed about the person. Nothing brings it back. Doing it twice gives the same certificate.',
  })
  async eraseEmployee(
    @Arg('input', () => EraseEmployeeInput, { description: 'Who, and why.' }) input: EraseEmployeeInput,
    @Ctx() context: GraphQLContext,
  ): Promise<ErasureCertificate> {
    return this.erasures.erase(actorOf(context), input);
  }

  @Query(() => ErasureCertificate, {
    nullable: true,
    description: 'What was erased of a person; null: not erased, or no such person.',
  })
  async erasureCertificate(
    @Arg('employeeId', () => ID, { description: 'The id that the person had.' }) employeeId: string,
    @Ctx() context: GraphQLContext,
  ): Promise<ErasureCertificate | null> {
    return this.erasures.find(actorOf(context), employeeId);
  }
}
