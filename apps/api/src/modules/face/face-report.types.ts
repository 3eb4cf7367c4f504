import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import type { PadOutcomeValue, QualityReasonValue } from '../../graphql/enums.js';
import { PadOutcomeEnum, QualityReasonEnum } from '../../graphql/enums.js';
import { LocalDate } from '../../graphql/scalars.js';

@ObjectType({
  simpleResolvers: true,
  description: 'What was found at a threshold. Terms of ISO/IEC 19795-1, intervals of 95 %.',
})
export class OperatingPointMeasurement {
  @Field(() => String, { description: 'The photos it was measured on.' })
  dataset!: string;

  @Field(() => String, { description: 'How photos were paired, for example all-pairs.' })
  protocol!: string;

  @Field(() => LocalDate, { description: 'When it was measured.' })
  date!: string;

  @Field(() => Int, { description: 'How many people are on the photos.' })
  subjects!: number;

  @Field(() => Int, { description: 'Pairs of photos of two people.' })
  impostorPairs!: number;

  @Field(() => Int, { description: 'Those of them that matched.' })
  falseMatches!: number;

  @Field(() => Float, { description: 'The share of them, 0 to 1 (false match rate).' })
  fmr!: number;

  @Field(() => Float, { description: 'The lower end of its interval.' })
  fmrLow!: number;

  @Field(() => Float, { description: 'The upper end of its interval.' })
  fmrHigh!: number;

  @Field(() => Int, { description: 'Pairs of photos of one person.' })
  genuinePairs!: number;

  @Field(() => Float, {
    description:
      'The share of them that did not match, 0 to 1 (false non-match rate). Photos that were refused before are not in it.',
  })
  fnmr!: number;

  @Field(() => Float, { description: 'The lower end of its interval.' })
  fnmrLow!: number;

  @Field(() => Float, { description: 'The upper end of its interval.' })
  fnmrHigh!: number;

  @Field(() => Boolean, {
    description: 'True if so few false matches carry the rate that it is an order of magnitude.',
  })
  isExtrapolated!: boolean;
}

@ObjectType({
  simpleResolvers: true,
  description: 'A measured setting of the comparison: its threshold and the rate of false matches it stands for.',
})
export class OperatingPoint {
  @Field(() => ID, { description: 'The id of the operating point.' })
  id!: string;

  @Field(() => String, { description: 'What it is for: VERIFY, IDENTIFY, DUPLICATE or COMPARE_DOCUMENT.' })
  kind!: string;

  @Field(() => String, { description: 'The model it was measured with; it holds for no other.' })
  modelId!: string;

  @Field(() => Float, { description: 'Cosine similarity from which two faces count as one person.' })
  threshold!: number;

  @Field(() => Float, { description: 'The false match rate aimed at, for example 0.0001.' })
  targetFmr!: number;

  @Field(() => Boolean, { description: 'True until the threshold has been measured on enough pairs.' })
  isProvisional!: boolean;

  @Field(() => String, { description: 'Goes up when the threshold is measured again.' })
  version!: string;

  @Field(() => OperatingPointMeasurement, {
    nullable: true,
    description:
      'What it was measured to cost. Null: not measured on such photos. Only told by the query operatingPoints.',
  })
  measurement!: OperatingPointMeasurement | null;
}

@ObjectType({ simpleResolvers: true, description: 'One measure of the picture of a face, and its limits.' })
export class QualityMeasure {
  @Field(() => String, { description: 'What was measured, for example interEyeDistancePx or yawDegrees.' })
  name!: string;

  @Field(() => Float, {
    description:
      'In pixels or degrees where the name ends so; in levels of grey, 0 to 255, for brightness and contrast; else a share of 0 to 1. mouthCoverage may exceed 1.',
  })
  value!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'The lowest value that is accepted. Null: there is no such limit.',
  })
  min!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'The highest value that is accepted. Null: there is no such limit.',
  })
  max!: number | null;

  @Field(() => Boolean, {
    description:
      'Whether the value lies within the limits. Beyond those of eyeOpenness there is advice and no refusal.',
  })
  isAcceptable!: boolean;
}

@ObjectType({
  simpleResolvers: true,
  description: 'Whether the face in an image is good enough to compare, and what is wrong if not.',
})
export class QualityReport {
  @Field(() => Boolean, { description: 'Whether the picture is good enough to compare.' })
  isAcceptable!: boolean;

  @Field(() => Float, { description: '0 (useless) to 1.' })
  score!: number;

  @Field(() => [QualityReasonEnum], { description: 'What is wrong with it, or advice; empty: nothing.' })
  reasons!: readonly QualityReasonValue[];

  @Field(() => [QualityMeasure], { description: 'Everything that was measured.' })
  measures!: readonly QualityMeasure[];
}

@ObjectType({
  simpleResolvers: true,
  description: 'Presentation-attack detection: is this a person or a picture of one?',
})
export class PadReport {
  @Field(() => PadOutcomeEnum, { description: 'A living person, a picture of one, or no usable score.' })
  outcome!: PadOutcomeValue;

  @Field(() => Float, {
    nullable: true,
    description: '0 (attack) to 1 (bona fide). Hidden where similarity is hidden.',
  })
  score!: number | null;

  @Field(() => Float, { description: 'The score from which it counts as a living person.' })
  threshold!: number;

  @Field(() => String, { description: 'The model that judged it.' })
  modelId!: string;
}

@ObjectType({ simpleResolvers: true, description: 'Fractions of the upright image, 0 to 1, from the top left corner.' })
export class FaceBox {
  @Field(() => Float, { description: 'The left edge of the box, as a share of the width of the image.' })
  x!: number;

  @Field(() => Float, { description: 'The upper edge of the box, as a share of the height of the image.' })
  y!: number;

  @Field(() => Float, { description: 'How wide the box is, as a share of the width of the image.' })
  width!: number;

  @Field(() => Float, { description: 'How high the box is, as a share of the height of the image.' })
  height!: number;
}
