import type { SavedViewList } from '@rollcall/contracts';
import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { actorOf, type GraphQLContext } from '../../graphql/context.js';
import { CreateSavedViewInput, UpdateSavedViewInput } from './saved-view.inputs.js';
import { toSavedView } from './saved-view.mapper.js';
import type { SavedViewService } from './saved-view.service.js';
import { SavedView, SavedViewListEnum } from './saved-view.types.js';

@Resolver()
export class SavedViewResolver {
  constructor(private readonly views: SavedViewService) {}

  @Query(() => [SavedView], { description: 'The views of a list that you keep, by name. Keys have none.' })
  async savedViews(
    @Arg('list', () => SavedViewListEnum, { description: 'Of which list.' }) list: SavedViewList,
    @Ctx() context: GraphQLContext,
  ): Promise<SavedView[]> {
    return (await this.views.list(actorOf(context), list)).map(toSavedView);
  }

  @Mutation(() => SavedView, {
    description: 'Keeps filters under a name, at most 50 of a list. For people, not for keys.',
  })
  async createSavedView(
    @Arg('input', () => CreateSavedViewInput, { description: 'The filters and their name.' })
    input: CreateSavedViewInput,
    @Ctx() context: GraphQLContext,
  ): Promise<SavedView> {
    return toSavedView(await this.views.create(actorOf(context), input));
  }

  @Mutation(() => SavedView, { description: 'Gives a view of your own another name or other filters.' })
  async updateSavedView(
    @Arg('input', () => UpdateSavedViewInput, { description: 'What changes.' }) input: UpdateSavedViewInput,
    @Ctx() context: GraphQLContext,
  ): Promise<SavedView> {
    return toSavedView(await this.views.update(actorOf(context), input));
  }

  @Mutation(() => SavedView, { description: 'Removes a view of your own; answers it as it was.' })
  async removeSavedView(
    @Arg('id', () => ID, { description: 'The view to remove.' }) id: string,
    @Arg('version', () => Int, { description: 'The version you read. CONFLICT if it changed since.' }) version: number,
    @Ctx() context: GraphQLContext,
  ): Promise<SavedView> {
    return toSavedView(await this.views.remove(actorOf(context), id, version));
  }
}
