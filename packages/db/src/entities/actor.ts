/** Who did something. The id of a user, an API key, a paired device; SYSTEM for jobs and the command line. */
export const ACTOR_KINDS = ['USER', 'API_KEY', 'DEVICE', 'SYSTEM'] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

export interface ActorRef {
  readonly kind: ActorKind;
  readonly id: string;
}
