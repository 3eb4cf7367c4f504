import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { GraphQLContext } from '../../graphql/context.js';
import { pinSubject } from '../../services/claimed-employee.js';
import { Employee } from '../employee/employee.types.js';
import { Lockout } from './lockout.types.js';

@Resolver(() => Employee)
export class LockoutResolver {
  @FieldResolver(() => [Lockout], {
    nullable: true,
    description: 'What is off after too many failures, on any device; unlockFace ends it. Null: not yours to see.',
  })
  async lockouts(@Root() { id }: Employee, @Ctx() { loaders }: GraphQLContext): Promise<Lockout[]> {
    const [face, pin] = await Promise.all([loaders.lockout(id), loaders.lockout(pinSubject(id))]);
    return [
      ...(face === null ? [] : [{ kind: 'FACE' as const, until: face.until }]),
      ...(pin === null ? [] : [{ kind: 'PIN' as const, until: pin.until }]),
    ];
  }
}
