import type { AttendanceSource, MarkProof, PlaceFlag } from '@rollcall/contracts';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../graphql/connection.js';
import type { CaptureAttemptKindValue } from '../../graphql/enums.js';
import { AttendanceSourceEnum, CaptureAttemptKindEnum, MarkProofEnum, PlaceFlagEnum } from '../../graphql/enums.js';
import { NodeInterface } from '../../graphql/node.js';
import { OperatingPoint, PadReport, QualityReport } from '../face/face-report.types.js';
import { LivenessReport } from '../liveness/liveness.types.js';

@ObjectType({ simpleResolvers: true, description: 'Where a mark was attempted. The coordinates are not kept.' })
export class AttemptPlace {
  @Field(() => [PlaceFlagEnum], { description: 'What was noticed about the place; empty: all as it should be.' })
  flags!: readonly PlaceFlag[];

  @Field(() => Int, {
    nullable: true,
    description:
      'Metres from the geofence, 0 inside. Null: not measured; also for devices and for keys without audit:read.',
  })
  distanceMetres!: number | null;

  @Field(() => Int, { nullable: true, description: 'By how much the location may be off, as the device said.' })
  accuracyMetres!: number | null;
}

@ObjectType({
  simpleResolvers: true,
  implements: NodeInterface,
  description:
    'One use of a camera or a photo and how it ended, accepted or refused. Keeps measurements; a photo of the face lies apart, see hasPhoto.',
})
export class CaptureAttempt implements NodeInterface {
  @Field(() => ID, { description: 'The id of the attempt.' })
  id!: string;

  @Field(() => CaptureAttemptKindEnum, { description: 'What the face was shown for.' })
  kind!: CaptureAttemptKindValue;

  @Field(() => String, {
    description: 'How it ended: an outcome of the operation, for example MATCH, RECORDED or NO_FACE.',
  })
  outcome!: string;

  @Field(() => MarkProofEnum, { nullable: true, description: 'What was shown. Null: kept before this was told apart.' })
  proof!: MarkProof | null;

  @Field(() => AttemptPlace, {
    nullable: true,
    description: 'Null: no rule about the place was in force, or none was asked.',
  })
  place!: AttemptPlace | null;

  @Field(() => String, { nullable: true, description: 'The number that was given, known or not.' })
  employeeNumber!: string | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Cosine, -1 to 1. Null for devices and for keys without audit:read.',
  })
  similarity!: number | null;

  @Field(() => QualityReport, {
    nullable: true,
    description: 'How good the picture of the face was. Null: no face was looked at that far.',
  })
  quality!: QualityReport | null;

  @Field(() => PadReport, {
    nullable: true,
    description: 'Whether it was a living person. Null: no face was looked at that far.',
  })
  pad!: PadReport | null;

  @Field(() => LivenessReport, { nullable: true, description: 'Null: no movements were asked for.' })
  liveness!: LivenessReport | null;

  @Field(() => OperatingPoint, {
    nullable: true,
    description: 'The threshold that was in force. Null: nothing was compared.',
  })
  operatingPoint!: OperatingPoint | null;

  @Field(() => String, {
    nullable: true,
    description: 'The model that compared the faces. Null: nothing was compared.',
  })
  modelId!: string | null;

  @Field(() => AttendanceSourceEnum, { description: 'Where the attempt came from.' })
  source!: AttendanceSource;

  @Field(() => Date, { description: 'When the server received it.' })
  at!: Date;

  /** Not in the schema: for the field resolver. */
  employeeId!: string | null;
}

export const CaptureAttemptConnection = connectionType('CaptureAttempt', () => CaptureAttempt);
