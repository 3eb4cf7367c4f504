import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { actorOf, type GraphQLContext } from '../../graphql/context.js';
import { UpdateSettingsInput } from './settings.inputs.js';
import { toSettings } from './settings.mapper.js';
import type { SettingsService } from './settings.service.js';
import { Settings } from './settings.types.js';

@Resolver()
export class SettingsResolver {
  constructor(private readonly settingsService: SettingsService) {}

  @Query(() => Settings, { description: 'What holds for the whole organisation.' })
  async settings(@Ctx() context: GraphQLContext): Promise<Settings> {
    return this.told(await this.settingsService.get(actorOf(context)));
  }

  @Mutation(() => Settings, { description: 'Changes what holds for the whole organisation.' })
  async updateSettings(
    @Arg('input', () => UpdateSettingsInput, { description: 'What changes.' }) input: UpdateSettingsInput,
    @Ctx() context: GraphQLContext,
  ): Promise<Settings> {
    return this.told(await this.settingsService.update(actorOf(context), input));
  }

  private async told(settings: Awaited<ReturnType<SettingsService['get']>>): Promise<Settings> {
    return toSettings(settings, await this.settingsService.weekStartsOn(settings));
  }
}
