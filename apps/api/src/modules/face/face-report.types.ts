import { Field, Float, ID, ObjectType } from 'type-graphql';
import type { PadOutcomeValue, QualityReasonValue } from '../../graphql/enums.js';
import { PadOutcomeEnum, QualityReasonEnum } from '../../graphql/enums.js';

@ObjectType({
  simpleResolvers: true,
  description: 'A measured setting of the comparison: its threshold and the rate of false matches it stands for.',
})
export class OperatingPoint {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  kind!: string;

  @Field(() => String)
  modelId!: string;

  @Field(() => Float, { description: 'Cosine similarity from which two faces count as one person.' })
  threshold!: number;

  @Field(() => Float, { description: 'The false match rate aimed at, for example 0.0001.' })
  targetFmr!: number;

  @Field(() => Boolean, { description: 'True until the threshold has been measured on enough pairs.' })
  isProvisional!: boolean;

  @Field(() => String)
  version!: string;
}

@ObjectType({ simpleResolvers: true })
export class QualityMeasure {
  @Field(() => String)
  name!: string;

  @Field(() => Float)
  value!: number;

  @Field(() => Float, { nullable: true })
  min!: number | null;

  @Field(() => Float, { nullable: true })
  max!: number | null;

  @Field(() => Boolean)
  isAcceptable!: boolean;
}

@ObjectType({
  simpleResolvers: true,
  description: 'Whether the face in an image is good enough to compare, and what is wrong if not.',
})
export class QualityReport {
  @Field(() => Boolean)
  isAcceptable!: boolean;

  @Field(() => Float, { description: '0 (useless) to 1.' })
  score!: number;

  @Field(() => [QualityReasonEnum])
  reasons!: readonly QualityReasonValue[];

  @Field(() => [QualityMeasure])
  measures!: readonly QualityMeasure[];
}

@ObjectType({
  simpleResolvers: true,
  description: 'Presentation-attack detection: is this a person or a picture of one?',
})
export class PadReport {
  @Field(() => PadOutcomeEnum)
  outcome!: PadOutcomeValue;

  @Field(() => Float, {
    nullable: true,
    description: '0 (attack) to 1 (bona fide). Hidden where similarity is hidden.',
  })
  score!: number | null;

  @Field(() => Float)
  threshold!: number;

  @Field(() => String)
  modelId!: string;
}

@ObjectType({ simpleResolvers: true, description: 'Fractions of the upright image, 0 to 1, from the top left corner.' })
export class FaceBox {
  @Field(() => Float)
  x!: number;

  @Field(() => Float)
  y!: number;

  @Field(() => Float)
  width!: number;

  @Field(() => Float)
  height!: number;
}
