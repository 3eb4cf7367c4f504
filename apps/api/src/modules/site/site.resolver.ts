import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { actorOf, type GraphQLContext } from '../../graphql/context.js';
import { CreateSiteInput, UpdateSiteInput } from './site.inputs.js';
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

  @Mutation(() => Site, { description: 'Adds a place of work.' })
  async createSite(
    @Arg('input', () => CreateSiteInput) input: CreateSiteInput,
    @Ctx() context: GraphQLContext,
  ): Promise<Site> {
    return toSite(await this.siteService.create(actorOf(context), input));
  }

  @Mutation(() => Site, { description: 'Changes a place of work.' })
  async updateSite(
    @Arg('input', () => UpdateSiteInput) input: UpdateSiteInput,
    @Ctx() context: GraphQLContext,
  ): Promise<Site> {
    return toSite(await this.siteService.update(actorOf(context), input));
  }
}
