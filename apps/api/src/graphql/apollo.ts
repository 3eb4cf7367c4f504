import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import { createFaultLog, type Logger } from '../http/logger.js';
import { TIME_LIMITS, type TimeLimits } from '../http/time-limits.js';
import type { Metrics } from '../metrics/metrics.js';
import { createMetricsPlugin } from '../metrics/metrics-plugin.js';
import type { GraphQLContext } from './context.js';
import { createDeviceFieldsPlugin } from './device-fields-plugin.js';
import { errorHttpPlugin } from './error-http-plugin.js';
import { createFormatError } from './format-error.js';
import { createComplexityPlugin, createLimitRules, QUERY_LIMITS } from './limits.js';
import { createDeadlinePlugin } from './operation-deadline.js';

export interface ApolloOptions {
  readonly schema: GraphQLSchema;
  readonly log: Logger;
  /** Production tells nobody about the schema: no introspection, no "did you mean". The text is at /schema.graphql. */
  readonly isProduction: boolean;
  /** Default: TIME_LIMITS. */
  readonly timeLimits?: TimeLimits;
  /** Left out: operations are not timed. */
  readonly metrics?: Metrics;
}

export function createApolloServer({
  schema,
  log,
  isProduction,
  timeLimits = TIME_LIMITS,
  metrics,
}: ApolloOptions): ApolloServer<GraphQLContext> {
  return new ApolloServer<GraphQLContext>({
    schema,
    formatError: createFormatError(createFaultLog(log)),
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      // It looks at every field; nothing of ours may be kept by a cache anyway.
      ApolloServerPluginCacheControlDisabled(),
      createDeviceFieldsPlugin(schema),
      createComplexityPlugin(schema),
      createDeadlinePlugin(timeLimits),
      errorHttpPlugin,
      ...(metrics === undefined ? [] : [createMetricsPlugin(metrics)]),
    ],
    validationRules: [...createLimitRules()],
    parseOptions: { maxTokens: QUERY_LIMITS.tokens },
    introspection: !isProduction,
    hideSchemaDetailsFromClientErrors: isProduction,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    persistedQueries: false,
    // The process stops through main.ts, in its order.
    stopOnTerminationSignals: false,
    nodeEnv: isProduction ? 'production' : 'development',
    logger: log,
  });
}
