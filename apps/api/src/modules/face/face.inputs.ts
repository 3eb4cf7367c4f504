import { LIMITS, type VerificationLevel } from '@rollcall/contracts';
import { ArrayMaxSize, ArrayMinSize, IsNotEmpty, MaxLength } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import type { ComparisonKind } from '../../graphql/enums.js';
import { ComparisonKindEnum, VerificationLevelEnum } from '../../graphql/enums.js';
import { IdempotencyKey } from '../../graphql/idempotency-key.field.js';
import { ImageInput } from '../../graphql/image.input.js';
import { ShownFaceFields } from '../../graphql/shown-face.fields.js';

@InputType({
  description: 'Registers a face although somebody else has it, twins for example. For owners and HR administrators.',
})
export class AllowDuplicateInput {
  @Field(() => ID, {
    description:
      'The person named in duplicateOf. If somebody else is more alike by now, the answer is DUPLICATE_FACE again.',
  })
  duplicateOfId!: string;

  @Field(() => String, { description: 'Why they are two people. It is kept in the audit.' })
  @IsNotEmpty()
  @MaxLength(1000)
  reason!: string;
}

@InputType({ description: 'Photos to store a face from.' })
export class RegisterFaceInput {
  @Field(() => ID, { description: 'Whose face it is.' })
  employeeId!: string;

  @Field(() => [ImageInput], {
    description: `One to ${LIMITS.maxRegistrationImages} photos of this person; three are best.`,
  })
  @ArrayMinSize(1)
  @ArrayMaxSize(LIMITS.maxRegistrationImages)
  images!: ImageInput[];

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Put the new face in place of the stored one.',
  })
  replace!: boolean;

  @Field(() => AllowDuplicateInput, {
    nullable: true,
    description: 'Left out: a face that somebody else has is refused.',
  })
  allowDuplicate?: AllowDuplicateInput | null;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({ description: 'Give employeeId or employeeNumber, exactly one.' })
export class VerifyFaceInput extends ShownFaceFields {
  @Field(() => ID, { nullable: true, description: 'Who it should be, by id.' })
  employeeId?: string | null;

  @Field(() => String, { nullable: true, description: 'Who it should be, by number.' })
  @MaxLength(LIMITS.maxEmployeeNumberLength)
  employeeNumber?: string | null;

  @Field(() => ImageInput, { description: 'A photo with exactly one face.' })
  image!: ImageInput;

  @Field(() => String, {
    nullable: true,
    description: 'For people who need it beside the face; not looked at for others.',
  })
  @MaxLength(12)
  pin?: string | null;
}

@InputType({ description: 'The face to search for.' })
export class IdentifyFaceInput extends ShownFaceFields {
  @Field(() => ImageInput, { description: 'A photo with exactly one face.' })
  image!: ImageInput;
}

@InputType({ description: 'Two images of one face each.' })
export class CompareFacesInput {
  @Field(() => ImageInput, { description: 'The image to compare it with.' })
  reference!: ImageInput;

  @Field(() => ImageInput, { description: 'The image at hand.' })
  probe!: ImageInput;

  @Field(() => ComparisonKindEnum, {
    nullable: true,
    defaultValue: 'LIVE',
    description: 'What the reference is.',
  })
  kind!: ComparisonKind;
}

@InputType({ description: 'How sure a check of this person must be.' })
export class SetVerificationLevelInput {
  @Field(() => ID, { description: 'The person.' })
  employeeId!: string;

  @Field(() => Int, { description: 'The version you read. CONFLICT if someone changed the employee since.' })
  version!: number;

  @Field(() => VerificationLevelEnum, { description: 'From the next check on.' })
  level!: VerificationLevel;

  @Field(() => String, { nullable: true, description: 'Why; kept in the audit.' })
  @MaxLength(1000)
  reason?: string | null;
}
