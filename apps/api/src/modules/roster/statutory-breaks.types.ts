import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ simpleResolvers: true, description: 'A break that is taken off once somebody worked long enough.' })
export class StatutoryBreakStep {
  @Field(() => Int, { description: 'Due beyond so many minutes of work.' })
  afterWorkedMinutes!: number;

  @Field(() => Int, { description: 'Minutes that this step adds to the steps before it.' })
  minutes!: number;
}

@ObjectType({
  simpleResolvers: true,
  description:
    'The breaks a law asks of grown-up employees, to be taken over into a policy. Without exceptions of trades.',
})
export class StatutoryBreaks {
  @Field(() => String, { description: 'The country, as in ISO 3166: DE.' })
  country!: string;

  @Field(() => String, { description: 'The law, as its country cites it, in Latin letters.' })
  law!: string;

  @Field(() => [StatutoryBreakStep], { description: 'By worked minutes.' })
  steps!: readonly StatutoryBreakStep[];
}
