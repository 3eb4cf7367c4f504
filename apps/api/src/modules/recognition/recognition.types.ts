import type { AttendanceSource } from '@rollcall/contracts';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { describedEnum } from '../../graphql/described-enum.js';
import { AttendanceSourceEnum, QualityReasonEnum, type QualityReasonValue } from '../../graphql/enums.js';
import { LocalDate } from '../../graphql/scalars.js';
import { Employee } from '../employee/employee.types.js';
import type { RegisterAgainReason } from './register-again.js';

const RegisterAgainReasonEnum = describedEnum<RegisterAgainReason>(
  'RegisterAgainReason',
  'Why somebody should be registered again, the most pressing first.',
  {
    OTHER_MODEL: 'The stored face was made by another model than the one in use.',
    OFTEN_NOT_MATCHED:
      'Three or more comparisons found another face, and the lower end of their share is 20 % or more.',
    CLOSE_TO_THRESHOLD:
      'Half or more of at least five accepted comparisons lie in the first tenth above the threshold. Only told with audit:read.',
    FEW_PHOTOS: 'Fewer than three photos were registered.',
  },
);

@ObjectType({ simpleResolvers: true, description: 'So many of so many, and where the rate behind it may lie.' })
export class MeasuredShare {
  @Field(() => Int, { description: 'How many of them.' })
  count!: number;

  @Field(() => Int, { description: 'Of how many.' })
  total!: number;

  @Field(() => Float, { nullable: true, description: '0 to 1. Null: of nothing.' })
  rate!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'The lower end of the 95 % interval (Wilson), 0 to 1. Null: of nothing.',
  })
  low!: number | null;

  @Field(() => Float, { nullable: true, description: 'The upper end of it.' })
  high!: number | null;
}

@ObjectType({ simpleResolvers: true, description: 'How attempts to be recognised by face ended.' })
export class RecognitionFigures {
  @Field(() => Int, { description: 'All attempts, those too in which no face was looked for.' })
  attempts!: number;

  @Field(() => MeasuredShare, { description: 'Not recognised, of the attempts in which a face was looked for.' })
  refused!: MeasuredShare;

  @Field(() => MeasuredShare, { description: 'Taken for a picture of a person, of the same attempts.' })
  attacks!: MeasuredShare;

  @Field(() => MeasuredShare, {
    description:
      'Found to be another face, of those that were compared. Strangers who were rightly refused are among them.',
  })
  nonMatches!: MeasuredShare;
}

@ObjectType({ simpleResolvers: true, description: 'How often attempts ended like this.' })
export class RecognitionOutcome {
  @Field(() => String, { description: 'As in CaptureAttempt.outcome.' })
  outcome!: string;

  @Field(() => Int, { description: 'How many attempts.' })
  count!: number;
}

@ObjectType({ simpleResolvers: true, description: 'How often a photo was refused for this.' })
export class RecognitionQualityReason {
  @Field(() => QualityReasonEnum, { description: 'What was wrong. A photo may have several.' })
  reason!: QualityReasonValue;

  @Field(() => Int, { description: 'How many photos.' })
  count!: number;
}

@ObjectType({ simpleResolvers: true, description: 'Recognition through one device, or without a device.' })
export class RecognitionDevice {
  @Field(() => ID, { nullable: true, description: 'Null: no device that is registered here.' })
  deviceId!: string | null;

  @Field(() => String, { nullable: true, description: 'Its name. Null: none, or not for you to see.' })
  name!: string | null;

  @Field(() => AttendanceSourceEnum, { description: 'Where the attempts came from.' })
  source!: AttendanceSource;

  @Field(() => RecognitionFigures, { description: 'How its attempts ended.' })
  figures!: RecognitionFigures;
}

@ObjectType({ simpleResolvers: true, description: 'Recognition of one person.' })
export class RecognitionPerson {
  @Field(() => Employee, { description: 'The person who was claimed or found.' })
  employee!: Employee;

  @Field(() => RecognitionFigures, { description: 'How the attempts under this person’s name ended.' })
  figures!: RecognitionFigures;
}

@ObjectType({ simpleResolvers: true, description: 'Recognition over one day or week.' })
export class RecognitionSpan {
  @Field(() => LocalDate, { description: 'The first date, in the time zone of the organisation.' })
  from!: string;

  @Field(() => LocalDate, { description: 'The last date, included.' })
  to!: string;

  @Field(() => RecognitionFigures, { description: 'How the attempts of these days ended.' })
  figures!: RecognitionFigures;
}

@ObjectType({ simpleResolvers: true, description: 'Comparisons whose similarity lay between two values.' })
export class SimilarityBin {
  @Field(() => Float, { nullable: true, description: 'From this similarity on. Null: everything below `to`.' })
  from!: number | null;

  @Field(() => Float, { description: 'Below this similarity; 1 is in the last bin.' })
  to!: number;

  @Field(() => Int, { description: 'How many ended as a match.' })
  accepted!: number;

  @Field(() => Int, { description: 'How many did not.' })
  refused!: number;
}

@ObjectType({ simpleResolvers: true, description: 'How alike faces were at one operating point.' })
export class SimilarityHistogram {
  @Field(() => ID, { description: 'The operating point that was in force.' })
  operatingPointId!: string;

  @Field(() => Float, { description: 'Its threshold; a bin ends there and another begins.' })
  threshold!: number;

  @Field(() => Int, { description: 'How many people were compared, at least five.' })
  people!: number;

  @Field(() => [SimilarityBin], { description: 'Ascending, without gaps.' })
  bins!: readonly SimilarityBin[];
}

@ObjectType({ simpleResolvers: true, description: 'Somebody whose face should be registered again.' })
export class RegisterAgainRow {
  @Field(() => Employee, { description: 'The person.' })
  employee!: Employee;

  @Field(() => [RegisterAgainReasonEnum], { description: 'Why, the most pressing first.' })
  reasons!: readonly RegisterAgainReason[];

  @Field(() => Int, { nullable: true, description: 'Registered photos, if they are fewer than three. Null: enough.' })
  photoCount!: number | null;

  @Field(() => MeasuredShare, { description: 'Comparisons of the period that found another face.' })
  nonMatches!: MeasuredShare;
}

@ObjectType({
  simpleResolvers: true,
  description: 'How well faces are recognised: verifications, searches and marks by face. Of the people you may see.',
})
export class RecognitionHealth {
  @Field(() => LocalDate, { description: 'The first date, in the time zone of the organisation.' })
  from!: string;

  @Field(() => LocalDate, { description: 'The last date, which is today.' })
  to!: string;

  @Field(() => RecognitionFigures, { description: 'How all attempts ended.' })
  figures!: RecognitionFigures;

  @Field(() => [RecognitionOutcome], { description: 'By outcome, the commonest first.' })
  outcomes!: readonly RecognitionOutcome[];

  @Field(() => [RecognitionQualityReason], { description: 'Of the outcome LOW_QUALITY, the commonest first.' })
  qualityReasons!: readonly RecognitionQualityReason[];

  @Field(() => [RecognitionDevice], { description: 'Those most surely refused often come first.' })
  devices!: readonly RecognitionDevice[];

  @Field(() => [RecognitionSpan], { description: 'By day, of 90 days by week; oldest first.' })
  trend!: readonly RecognitionSpan[];

  @Field(() => [RecognitionPerson], {
    nullable: true,
    description:
      'At most 100 who work here and were refused, those most surely refused often first. Null without employees:read.',
  })
  people!: readonly RecognitionPerson[] | null;

  @Field(() => Int, { nullable: true, description: 'How many there are in all. Null without employees:read.' })
  peopleCount!: number | null;

  @Field(() => [RegisterAgainRow], {
    nullable: true,
    description: 'At most 100 who should be registered again, the most pressing first. Null without employees:read.',
  })
  registerAgain!: readonly RegisterAgainRow[] | null;

  @Field(() => Int, { nullable: true, description: 'How many there are in all. Null without employees:read.' })
  registerAgainCount!: number | null;

  @Field(() => [SimilarityHistogram], {
    nullable: true,
    description:
      'Comparisons with one person, in bins, of operating points with at least five people; the most used first. What a search found is among them. Null without audit:read.',
  })
  histograms!: readonly SimilarityHistogram[] | null;
}
