import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { actorOf, type GraphQLContext } from '../../graphql/context.js';
import type { ExportService } from './export.service.js';
import { ExportTicket, RequestAuditExportInput, RequestExportInput, RequestRetroExportInput } from './export.types.js';

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

  @Mutation(() => ExportTicket, {
    description:
      'Allows the record of who did what to be fetched as a CSV file, newest first, once, within ten minutes.',
  })
  async requestAuditExport(
    @Arg('input', () => RequestAuditExportInput, { description: 'Which entries, and how the file is written.' })
    input: RequestAuditExportInput,
    @Ctx() context: GraphQLContext,
  ): Promise<ExportTicket> {
    const { token, expiresAt } = await this.exports.requestAudit(actorOf(context), input);
    return { path: `/exports/${token}`, expiresAt };
  }

  @Mutation(() => ExportTicket, {
    description:
      'Allows the differences to what payroll took of a period to be fetched as a file, once, within ten minutes.',
  })
  async requestRetroExport(
    @Arg('input', () => RequestRetroExportInput, { description: 'Which period, as what kind of file.' })
    input: RequestRetroExportInput,
    @Ctx() context: GraphQLContext,
  ): Promise<ExportTicket> {
    const { token, expiresAt } = await this.exports.requestRetro(actorOf(context), input);
    return { path: `/exports/${token}`, expiresAt };
  }
}
