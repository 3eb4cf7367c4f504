import { Ctx, Query, Resolver } from 'type-graphql';
import { actorOf, type GraphQLContext } from '../../graphql/context.js';
import { toSite } from './site.mapper.js';
import type { SiteService } from './site.service.js';
import { Site } from './site.types.js';

@Resolver()
export class SiteResolver {
  constructor(private readonly siteService: SiteService) {}

  @Query(() => [Site])
  async sites(@Ctx() context: GraphQLContext): Promise<Site[]> {
    return (await this.siteService.list(actorOf(context))).map(toSite);
  }
}
