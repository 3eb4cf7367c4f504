import type { ErasedKind } from '@rollcall/contracts';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { describedEnum } from '../../graphql/described-enum.js';

export const ErasedKindEnum = describedEnum<ErasedKind>('ErasedKind', 'What goes when a person is erased.', {
  FACE_TEMPLATES: 'Stored faces. Their key is destroyed too, so copies in backups cannot be read.',
  FACE_PHOTOS: 'Photos that were kept of attempts and registrations.',
  CAPTURE_ATTEMPTS: 'What was measured when a face or PIN was checked, accepted or refused.',
  REASONS_AND_NOTES: 'Texts that people typed about the person, each replaced by a dash.',
  PIN: 'The PIN of the person.',
  ACCOUNTS: 'Ways to sign in; the account keeps neither name nor address.',
  INVITATIONS: 'Invitations to sign in.',
  NOTIFICATIONS: 'What others were told about the person.',
  OTHER: 'Counters of failed attempts, and movements that were asked for.',
});

@ObjectType({ simpleResolvers: true, description: 'How many of one kind are gone.' })
export class ErasedItem {
  @Field(() => ErasedKindEnum, { description: 'What was erased.' })
  kind!: ErasedKind;

  @Field(() => Int, { description: 'How many, at least one.' })
  count!: number;
}

@ObjectType({
  simpleResolvers: true,
  description:
    'What was erased of a person. Marks, days, shifts and leave stay under the id, without name, for pay and law; so does the record that the person agreed. The record of who did what keeps its texts.',
})
export class ErasureCertificate {
  @Field(() => ID, { description: 'The id of its entry in the record of who did what.' })
  id!: string;

  @Field(() => ID, { description: 'The id that the person had, and that stays.' })
  employeeId!: string;

  @Field(() => [ID], { description: 'Second records of the person, which were erased with it.' })
  mergedIds!: readonly string[];

  @Field(() => Date, { description: 'When it was done.' })
  erasedAt!: Date;

  @Field(() => String, { description: 'Why, as it was given.' })
  reason!: string;

  @Field(() => [ErasedItem], { description: 'What is gone; kinds of which there was nothing are left out.' })
  erased!: readonly ErasedItem[];

  @Field(() => [ID], {
    description: 'The ids of the keys that were destroyed, this time or when an agreement was withdrawn before.',
  })
  destroyedKeyIds!: readonly string[];
}
