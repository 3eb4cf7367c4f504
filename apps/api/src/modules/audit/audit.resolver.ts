import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { toConnection } from '../../graphql/connection.mapper.js';
import { actorOf, type GraphQLContext } from '../../graphql/context.js';
import { AuditEntriesArgs } from './audit.inputs.js';
import { toAuditEntry } from './audit.mapper.js';
import type { AuditService } from './audit.service.js';
import { AuditEntryConnection, AuditParty, AuditVerification } from './audit.types.js';
import { partyName } from './party-name.js';

@Resolver(() => AuditParty)
export class AuditResolver {
  constructor(private readonly audit: AuditService) {}

  @Query(() => AuditEntryConnection, {
    description: 'The record of who did what, newest first. Not for those who see some sites only.',
  })
  async auditEntries(
    @Args(() => AuditEntriesArgs) args: AuditEntriesArgs,
    @Ctx() context: GraphQLContext,
  ): Promise<InstanceType<typeof AuditEntryConnection>> {
    return toConnection(await this.audit.list(actorOf(context), args), toAuditEntry);
  }

  @Query(() => AuditVerification, {
    description: 'Follows the chain of the record from its start; takes the longer the more entries there are.',
  })
  async auditVerification(@Ctx() context: GraphQLContext): Promise<AuditVerification> {
    return this.audit.verify(actorOf(context));
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Its name today. Null: it has none, is gone, or is not for the eyes of who asks.',
  })
  async name(@Root() party: AuditParty, @Ctx() context: GraphQLContext): Promise<string | null> {
    return partyName(actorOf(context), context.loaders, party);
  }
}
