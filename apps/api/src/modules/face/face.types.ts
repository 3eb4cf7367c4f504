import type {
  ComparisonOutcome,
  DuplicateLikeness,
  IdentificationOutcome,
  PhotoRemark,
  RegisterFaceOutcome,
  VerificationOutcome,
} from '@rollcall/contracts';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import type { ComparedImage } from '../../graphql/enums.js';
import {
  ComparedImageEnum,
  ComparisonOutcomeEnum,
  DuplicateLikenessEnum,
  IdentificationOutcomeEnum,
  PhotoRemarkEnum,
  RegisterFaceOutcomeEnum,
  VerificationOutcomeEnum,
} from '../../graphql/enums.js';
import { NodeInterface } from '../../graphql/node.js';
import { CaptureAttempt } from '../capture-attempt/capture-attempt.types.js';
import { Employee } from '../employee/employee.types.js';
import { FaceBox, OperatingPoint, PadReport, QualityReport } from './face-report.types.js';

@ObjectType({
  simpleResolvers: true,
  implements: NodeInterface,
  description: 'A stored face. The numbers it is made of never leave the server.',
})
export class FaceTemplate implements NodeInterface {
  @Field(() => ID, { description: 'The id of the template.' })
  id!: string;

  @Field(() => String, { description: 'The model that made it. Faces of different models cannot be compared.' })
  modelId!: string;

  @Field(() => Int, { description: 'How many photos it was made from.' })
  imageCount!: number;

  @Field(() => Float, { description: 'The mean quality of its photos, 0 (useless) to 1.' })
  quality!: number;

  @Field(() => Date, { description: 'When the face was registered.' })
  createdAt!: Date;
}

@ObjectType({ simpleResolvers: true, description: 'How one photo of a registration was judged.' })
export class RegisteredImage {
  @Field(() => Int, { description: 'Position in the input, from 0.' })
  index!: number;

  @Field(() => RegisterFaceOutcomeEnum, {
    description: 'What is wrong with this photo, or what became of the registration if it can be used.',
  })
  outcome!: RegisterFaceOutcome;

  @Field(() => QualityReport, {
    nullable: true,
    description: 'How good the picture of the face is. Null: no face was looked at that far.',
  })
  quality!: QualityReport | null;

  @Field(() => PadReport, {
    nullable: true,
    description: 'Whether it shows a living person. Null: no face was looked at that far.',
  })
  pad!: PadReport | null;

  @Field(() => FaceBox, { nullable: true, description: 'Where the face is. Null: no single face was found.' })
  box!: FaceBox | null;

  @Field(() => PhotoRemarkEnum, {
    nullable: true,
    description: 'What is odd about it beside the other photos. Null: nothing, or it has no usable face.',
  })
  remark!: PhotoRemark | null;

  @Field(() => [String], { description: 'Plain advice on how to take a better photo.' })
  hints!: readonly string[];
}

@ObjectType({ simpleResolvers: true, description: 'How a registration ended.' })
export class RegisterFacePayload {
  @Field(() => RegisterFaceOutcomeEnum, { description: 'Whether the face is stored now, or why not.' })
  outcome!: RegisterFaceOutcome;

  @Field(() => [FaceTemplate], { description: 'The templates now in force; empty if nothing was registered.' })
  templates!: readonly FaceTemplate[];

  @Field(() => [RegisteredImage], { description: 'How each photo was judged, in the order they were sent.' })
  images!: readonly RegisteredImage[];

  @Field(() => Employee, { nullable: true, description: 'Who is registered with this face already.' })
  duplicateOf!: Employee | null;

  @Field(() => DuplicateLikenessEnum, {
    nullable: true,
    description: 'How much alike this face and that of duplicateOf are; null where duplicateOf is.',
  })
  duplicateLikeness!: DuplicateLikeness | null;
}

@ObjectType({ simpleResolvers: true, description: 'How a check of one person ended.' })
export class VerifyFacePayload {
  @Field(() => VerificationOutcomeEnum, { description: 'Whether it is the person, or why that was refused.' })
  outcome!: VerificationOutcome;

  @Field(() => Float, {
    nullable: true,
    description: 'Cosine, -1 to 1. Null for devices and for keys without audit:read.',
  })
  similarity!: number | null;

  @Field(() => OperatingPoint, { description: 'The threshold that the similarity was held against.' })
  operatingPoint!: OperatingPoint;

  @Field(() => QualityReport, {
    nullable: true,
    description: 'How good the picture of the face was. Null: no face was looked at that far.',
  })
  quality!: QualityReport | null;

  @Field(() => PadReport, {
    nullable: true,
    description: 'Whether the photo shows a living person. Null: no face was looked at that far.',
  })
  pad!: PadReport | null;

  @Field(() => CaptureAttempt, { description: 'What was kept of it.' })
  attempt!: CaptureAttempt;
}

@ObjectType({ simpleResolvers: true, description: 'Somebody it may be.' })
export class Candidate {
  @Field(() => Employee, { description: 'The person.' })
  employee!: Employee;

  @Field(() => Float, {
    nullable: true,
    description: 'Cosine, -1 to 1. Null for devices and for keys without audit:read.',
  })
  similarity!: number | null;
}

@ObjectType({ simpleResolvers: true, description: 'How a search among all faces ended.' })
export class IdentifyFacePayload {
  @Field(() => IdentificationOutcomeEnum, {
    description:
      'AMBIGUOUS: several people are too much alike, or too many are registered to be certain; decide yourself.',
  })
  outcome!: IdentificationOutcome;

  @Field(() => [Candidate], {
    description: 'Best first: one for MATCH, those who come into question for AMBIGUOUS. Empty without employees:read.',
  })
  candidates!: readonly Candidate[];

  @Field(() => OperatingPoint, {
    description:
      'The threshold that was used: the more faces were searched, the stricter; that of IDENTIFY if none was.',
  })
  operatingPoint!: OperatingPoint;

  @Field(() => QualityReport, { nullable: true, description: 'Of the photo; null if it was not looked at.' })
  quality!: QualityReport | null;

  @Field(() => PadReport, { nullable: true, description: 'Whether the photo shows a living person.' })
  pad!: PadReport | null;

  @Field(() => CaptureAttempt, { description: 'What was kept of it.' })
  attempt!: CaptureAttempt;
}

@ObjectType({ simpleResolvers: true, description: 'How a comparison of two images ended.' })
export class CompareFacesPayload {
  @Field(() => ComparisonOutcomeEnum, {
    description: 'Whether both images show one person, or why that cannot be said.',
  })
  outcome!: ComparisonOutcome;

  @Field(() => ComparedImageEnum, { nullable: true, description: 'Which image could not be used, if one could not.' })
  failedImage!: ComparedImage | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Cosine, -1 to 1. Null for devices and for keys without audit:read.',
  })
  similarity!: number | null;

  @Field(() => OperatingPoint, { description: 'The threshold that the similarity was held against.' })
  operatingPoint!: OperatingPoint;

  @Field(() => QualityReport, {
    nullable: true,
    description: 'Of the reference. Null: no face was looked at that far.',
  })
  referenceQuality!: QualityReport | null;

  @Field(() => QualityReport, {
    nullable: true,
    description: 'Of the image at hand. Null: no face was looked at that far.',
  })
  probeQuality!: QualityReport | null;
}
