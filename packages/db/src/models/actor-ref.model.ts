import { prop } from '@typegoose/typegoose';
import { ACTOR_KINDS, type ActorKind } from '../entities/actor.js';
import { embedded } from './document-options.js';

@embedded()
export class ActorRefDocument {
  @prop({ type: () => String, required: true, enum: ACTOR_KINDS })
  kind!: ActorKind;

  @prop({ type: () => String, required: true })
  id!: string;
}
