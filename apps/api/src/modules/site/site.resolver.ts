import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { actorOf, type GraphQLContext } from '../../graphql/context.js';
import { CreateSiteInput, UpdateSiteInput } from './site.inputs.js';
import { toSite } from './site.mapper.js';
import type { SiteService } from './site.service.js';
import { Site } from './site.types.js';

@Resolver()
export class SiteResolver {
  constructor(private readonly siteService: SiteService) {}

  @Query(() => [Site], { description: 'The sites you work with, by name.' })
  async sites(
    @Arg('includeArchived', () => Boolean, { nullable: true, defaultValue: false, description: 'Closed ones too.' })
    includeArchived: boolean,
    @Ctx() context: GraphQLContext,
  ): Promise<Site[]> {
    return (await this.siteService.list(actorOf(context), includeArchived)).map(toSite);
  }

  @Mutation(() => Site, { description: 'Adds a place of work.' })
  async createSite(
    @Arg('input', () => CreateSiteInput, { description: 'The site to add.' }) input: CreateSiteInput,
    @Ctx() context: GraphQLContext,
  ): Promise<Site> {
    return toSite(await this.siteService.create(actorOf(context), input));
  }

  @Mutation(() => Site, { description: 'Changes a place of work.' })
  async updateSite(
    @Arg('input', () => UpdateSiteInput, { description: 'Which site, and what changes.' }) input: UpdateSiteInput,
    @Ctx() context: GraphQLContext,
  ): Promise<Site> {
    return toSite(await this.siteService.update(actorOf(context), input));
  }

  @Mutation(() => Site, { description: 'Closes a place of work. IN_USE while people or devices belong to it.' })
  async archiveSite(
    @Arg('id', () => ID, { description: 'The id of the site.' }) id: string,
    @Arg('version', () => Int, { description: 'The version you read.' }) version: number,
    @Ctx() context: GraphQLContext,
  ): Promise<Site> {
    return toSite(await this.siteService.archive(actorOf(context), id, version));
  }

  @Mutation(() => Site, { description: 'Opens a closed place of work again.' })
  async restoreSite(
    @Arg('id', () => ID, { description: 'The id of the site.' }) id: string,
    @Arg('version', () => Int, { description: 'The version you read.' }) version: number,
    @Ctx() context: GraphQLContext,
  ): Promise<Site> {
    return toSite(await this.siteService.restore(actorOf(context), id, version));
  }
}
