import { Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { actorOf, type GraphQLContext } from '../../graphql/context.js';
import { orNull } from '../../graphql/or-null.js';
import { toEmployee } from '../employee/employee.mapper.js';
import { Employee } from '../employee/employee.types.js';
import type { LivenessService } from '../liveness/liveness.service.js';
import type { SettingsService } from '../settings/settings.service.js';
import { toViewer } from './viewer.mapper.js';
import { Viewer } from './viewer.types.js';

@Resolver(() => Viewer)
export class ViewerResolver {
  constructor(
    private readonly liveness: LivenessService,
    private readonly settings: SettingsService,
  ) {}

  @Query(() => Viewer, { description: 'Who you are. UNAUTHENTICATED if you are nobody.' })
  viewer(@Ctx() context: GraphQLContext): Viewer {
    return toViewer(actorOf(context));
  }

  @FieldResolver(() => Employee, {
    nullable: true,
    description: 'The employee who is asking. Null: a key, a device, or a person who is no employee.',
  })
  async employee(@Root() viewer: Viewer, @Ctx() context: GraphQLContext): Promise<Employee | null> {
    if (context.actor?.lacksSecondFactor) return null;
    return orNull(await context.loaders.employee(viewer.employeeId), toEmployee);
  }

  @FieldResolver(() => Boolean, {
    description:
      'True: the role needs a second factor and this session has none. All but setting one up is SECOND_FACTOR_REQUIRED. Always false for keys and devices.',
  })
  mustSetUpSecondFactor(@Ctx() context: GraphQLContext): boolean {
    return actorOf(context).lacksSecondFactor ?? false;
  }

  @FieldResolver(() => Int, {
    description: 'On which weekday weeks start today, by the settings: 1 is Monday, 7 is Sunday.',
  })
  weekStartsOn(): Promise<number> {
    return this.settings.weekStartsOn();
  }

  @FieldResolver(() => Boolean, {
    description: 'True: a face that you show counts only with the movements of startLivenessChallenge.',
  })
  isLivenessRequired(@Ctx() context: GraphQLContext): Promise<boolean> {
    return this.liveness.isRequired(actorOf(context));
  }
}
