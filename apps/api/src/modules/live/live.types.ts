import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType({
  simpleResolvers: true,
  description: 'A mark has changed who is in. It says where; ask `presence` or `evacuationList` for who.',
})
export class PresenceChange {
  @Field(() => [ID], { description: 'The sites where somebody came or left, of those you may see.' })
  siteIds!: readonly string[];

  @Field(() => Date, { description: 'When the mark was recorded.' })
  asOf!: Date;
}
