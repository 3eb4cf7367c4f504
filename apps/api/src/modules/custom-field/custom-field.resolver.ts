import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { actorOf, type GraphQLContext } from '../../graphql/context.js';
import { CreateCustomFieldInput, UpdateCustomFieldInput } from './custom-field.inputs.js';
import { toCustomField } from './custom-field.mapper.js';
import type { CustomFieldService } from './custom-field.service.js';
import { CustomField } from './custom-field.types.js';

@Resolver()
export class CustomFieldResolver {
  constructor(private readonly customFieldService: CustomFieldService) {}

  @Query(() => [CustomField], { description: 'The fields that the organisation adds to its employees, by key.' })
  async customFields(@Ctx() context: GraphQLContext): Promise<CustomField[]> {
    return (await this.customFieldService.list(actorOf(context))).map(toCustomField);
  }

  @Mutation(() => CustomField, { description: 'Adds a field to all employees.' })
  async createCustomField(
    @Arg('input', () => CreateCustomFieldInput, { description: 'The field to add.' }) input: CreateCustomFieldInput,
    @Ctx() context: GraphQLContext,
  ): Promise<CustomField> {
    return toCustomField(await this.customFieldService.create(actorOf(context), input));
  }

  @Mutation(() => CustomField, { description: 'Changes a field. Values that are there stay.' })
  async updateCustomField(
    @Arg('input', () => UpdateCustomFieldInput, { description: 'What changes.' }) input: UpdateCustomFieldInput,
    @Ctx() context: GraphQLContext,
  ): Promise<CustomField> {
    return toCustomField(await this.customFieldService.update(actorOf(context), input));
  }

  @Mutation(() => CustomField, { description: 'Removes a field and every value of it; answers it as it was.' })
  async removeCustomField(
    @Arg('id', () => ID, { description: 'The field.' }) id: string,
    @Arg('version', () => Int, { description: 'The version you read.' }) version: number,
    @Ctx() context: GraphQLContext,
  ): Promise<CustomField> {
    return toCustomField(await this.customFieldService.remove(actorOf(context), id, version));
  }
}
