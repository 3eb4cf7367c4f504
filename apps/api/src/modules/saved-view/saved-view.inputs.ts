import { MAX_SAVED_VIEW_NAME, type SavedViewList } from '@rollcall/contracts';
import { MaxLength } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { IdempotencyKey } from '../../graphql/idempotency-key.field.js';
import { SavedViewListEnum } from './saved-view.types.js';

const MAX_FILTERS = 1_000;
const FILTERS = 'As in the address of the page, at most 1,000 characters; no search words and no date.';

@InputType({ description: 'Filters to keep.' })
export class CreateSavedViewInput {
  @Field(() => SavedViewListEnum, { description: 'The filters of which list.' })
  list!: SavedViewList;

  @Field(() => String, {
    description: 'What you call it, at most 60 characters. CONFLICT if you have one of this name.',
  })
  @MaxLength(MAX_SAVED_VIEW_NAME)
  name!: string;

  @Field(() => String, { description: FILTERS })
  @MaxLength(MAX_FILTERS)
  filters!: string;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({ description: 'What is left out stays as it is.' })
export class UpdateSavedViewInput {
  @Field(() => ID, { description: 'The view to change.' })
  id!: string;

  @Field(() => Int, { description: 'The version you read. CONFLICT if it changed since.' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'What you call it, at most 60 characters.' })
  @MaxLength(MAX_SAVED_VIEW_NAME)
  name?: string | null;

  @Field(() => String, { nullable: true, description: FILTERS })
  @MaxLength(MAX_FILTERS)
  filters?: string | null;
}
