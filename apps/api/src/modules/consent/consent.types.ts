import type { ConsentMethod, ReportLocale } from '@rollcall/contracts';
import { Field, ID, ObjectType } from 'type-graphql';
import { ConsentMethodEnum } from '../../graphql/enums.js';
import { NodeInterface } from '../../graphql/node.js';
import { ReportLocaleEnum } from '../../graphql/report-locale-enum.js';

@ObjectType({
  simpleResolvers: true,
  implements: NodeInterface,
  description: 'The agreement of a person to the use of their face.',
})
export class Consent implements NodeInterface {
  @Field(() => ID, { description: 'The id of the agreement.' })
  id!: string;

  @Field(() => String, { description: 'Which version of the text was agreed to.' })
  textVersion!: string;

  @Field(() => ReportLocaleEnum, { description: 'In which language the text was shown.' })
  textLanguage!: ReportLocale;

  @Field(() => ConsentMethodEnum, { description: 'How the person agreed.' })
  method!: ConsentMethod;

  @Field(() => Date, { description: 'When the agreement was recorded.' })
  recordedAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it was withdrawn. Null: it is in force.' })
  withdrawnAt!: Date | null;
}

@ObjectType({ simpleResolvers: true, description: 'The words a person agrees to.' })
export class ConsentText {
  @Field(() => String, { description: 'The name of this version. A changed text gets another one.' })
  version!: string;

  @Field(() => ReportLocaleEnum, { description: 'The language of purpose and text.' })
  language!: ReportLocale;

  @Field(() => String, { description: 'What the face is used for, in one line.' })
  purpose!: string;

  @Field(() => String, { description: 'The text itself; an empty line between paragraphs.' })
  body!: string;
}
