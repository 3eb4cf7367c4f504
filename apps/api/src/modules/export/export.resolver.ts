import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { actorOf, type GraphQLContext } from '../../graphql/context.js';
import type { ExportService } from './export.service.js';
import { ExportTicket, RequestExportInput } from './export.types.js';

@Resolver()
export class ExportResolver {
  constructor(private readonly exports: ExportService) {}

  @Mutation(() => ExportTicket, { description: 'Allows one report to be fetched as a file, once, within ten minutes.' })
  async requestExport(
    @Arg('input', () => RequestExportInput, { description: 'Which report, as what kind of file.' })
    input: RequestExportInput,
    @Ctx() context: GraphQLContext,
  ): Promise<ExportTicket> {
    const { token, expiresAt } = await this.exports.request(actorOf(context), input);
    return { path: `/exports/${token}`, expiresAt };
  }
}
