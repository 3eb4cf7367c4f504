import type { ConsentMethod, ReportLocale } from '@rollcall/contracts';
import { MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { ConsentMethodEnum } from '../../graphql/enums.js';
import { IdempotencyKey } from '../../graphql/idempotency-key.field.js';
import { ReportLocaleEnum } from '../../graphql/report-locale-enum.js';

@InputType({ description: 'An agreement to the use of a face.' })
export class RecordConsentInput {
  @Field(() => ID, { description: 'Who agreed.' })
  employeeId!: string;

  @Field(() => String, { nullable: true, description: 'Left out: the text now in force.' })
  @MaxLength(100)
  textVersion?: string | null;

  @Field(() => ReportLocaleEnum, { nullable: true, description: 'In which language it was shown. Left out: EN.' })
  textLanguage?: ReportLocale | null;

  @Field(() => ConsentMethodEnum, {
    nullable: true,
    defaultValue: 'ON_SCREEN',
    description: 'How the person agreed.',
  })
  method!: ConsentMethod;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}
