import { Args, Resolver, Root, Subscription } from 'type-graphql';
import { actorOf, type GraphQLContext, liveOf } from '../../graphql/context.js';
import { toAttendanceEvent } from '../attendance/attendance.mapper.js';
import { AttendanceEventConnection } from '../attendance/attendance.types.js';
import { toCaptureAttempt } from '../capture-attempt/capture-attempt.mapper.js';
import { CaptureAttemptConnection } from '../capture-attempt/capture-attempt.types.js';
import { toJob } from '../job/job.mapper.js';
import { Job } from '../job/job.types.js';
import { FollowArgs, JobProgressArgs, PresenceChangedArgs } from './live.inputs.js';
import type { LiveJob, LiveMark, LiveRefusal, LiveService, PresenceChanged } from './live.service.js';
import { PresenceChange } from './live.types.js';

const MarkEdge = AttendanceEventConnection.Edge;
const AttemptEdge = CaptureAttemptConnection.Edge;

/** What the library hands to `subscribe`; the arguments were checked against the schema, and are given as they came. */
interface Asked<A> {
  readonly args: A;
  readonly context: GraphQLContext;
}

const follow =
  <A, R>(open: (live: LiveService, asked: Asked<A>) => Promise<AsyncIterable<R>>) =>
  // The library knows neither the arguments nor the context by their types.
  ({ args, context }: { args: unknown; context: unknown }): Promise<AsyncIterable<R>> => {
    const asked = { args: args as A, context: context as GraphQLContext };
    return open(liveOf(asked.context), asked);
  };

/** The first halves open the flow of events, the methods turn each event into what the schema says. */
@Resolver()
export class LiveResolver {
  @Subscription(() => MarkEdge, {
    description:
      'Accepted marks as they are written, in order, each at least once. The cursor of an edge is for `after` here, not for lists.',
    subscribe: follow<FollowArgs, unknown>((live, { args, context }) => live.marks(actorOf(context), args)),
  })
  attendanceRecorded(
    @Root() { cursor, node }: LiveMark,
    @Args(() => FollowArgs) _args: FollowArgs,
  ): InstanceType<typeof MarkEdge> {
    return { cursor, node: toAttendanceEvent(node) };
  }

  @Subscription(() => PresenceChange, {
    description: 'That a mark has changed who is in. What time alone changes (a day that is closed) is not told.',
    subscribe: follow<PresenceChangedArgs, unknown>((live, { args, context }) =>
      live.presence(actorOf(context), args.siteId ?? null),
    ),
  })
  presenceChanged(
    @Root() { siteIds, asOf }: PresenceChanged,
    @Args(() => PresenceChangedArgs) _args: PresenceChangedArgs,
  ): PresenceChange {
    return { siteIds, asOf };
  }

  @Subscription(() => AttemptEdge, {
    description: 'Attempts that were refused, as they happen, in order, each at least once.',
    subscribe: follow<FollowArgs, unknown>((live, { args, context }) => live.refusals(actorOf(context), args)),
  })
  captureRefused(
    @Root() { cursor, node }: LiveRefusal,
    @Args(() => FollowArgs) _args: FollowArgs,
  ): InstanceType<typeof AttemptEdge> {
    return { cursor, node: toCaptureAttempt(node) };
  }

  @Subscription(() => Job, {
    description: 'A job of your own as it is now and at each change; it ends with the job.',
    subscribe: follow<JobProgressArgs, unknown>((live, { args, context }) => live.job(actorOf(context), args.id)),
  })
  jobProgress(@Root() job: LiveJob, @Args(() => JobProgressArgs) _args: JobProgressArgs): Job {
    return toJob(job);
  }
}
