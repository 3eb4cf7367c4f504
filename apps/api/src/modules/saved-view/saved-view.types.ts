import type { SavedViewList } from '@rollcall/contracts';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { describedEnum } from '../../graphql/described-enum.js';
import { NodeInterface } from '../../graphql/node.js';

export const SavedViewListEnum = describedEnum<SavedViewList>('SavedViewList', 'A list whose filters can be kept.', {
  EMPLOYEES: 'The list of people.',
  ATTENDANCE: 'Days and marks of a date.',
});

@ObjectType({
  simpleResolvers: true,
  implements: NodeInterface,
  description: 'Filters of a list that you keep under a name. Nobody else sees them.',
})
export class SavedView implements NodeInterface {
  @Field(() => ID, { description: 'The id of the view.' })
  id!: string;

  @Field(() => SavedViewListEnum, { description: 'The filters of which list.' })
  list!: SavedViewList;

  @Field(() => String, { description: 'What you call it; one of each for a list.' })
  name!: string;

  @Field(() => String, { description: 'As in the address of the page: `status=ACTIVE&sort=NAME_ASC`.' })
  filters!: string;

  @Field(() => Int, { description: 'Goes up with each change; send it back with updateSavedView.' })
  version!: number;
}
