import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export interface MetricSources {
  /** Face workers, those of them without work, and photos that wait for one. */
  readonly health: () => { readonly workers: number; readonly idle: number; readonly queued: number };
  /** Whether the API can serve. */
  readonly isReady: () => Promise<boolean>;
}

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
/** What a route is called; other paths are one, so that nobody makes up names. */
const ROUTES = ['/graphql', '/api/auth', '/uploads', '/exports', '/scim', '/docs', '/schema.graphql'] as const;

/**
 * What Prometheus reads of this process: durations of requests and operations, the queue of the face workers, memory, event loop.
 * Counts and times only: no name, number or id of anybody.
 */
export class Metrics {
  private readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'rollcall_http_request_duration_seconds',
    help: 'From the arrival of a request to the end of its answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers: [this.registry],
  });
  private readonly operations = new Histogram({
    name: 'rollcall_graphql_operation_duration_seconds',
    help: 'By the first field of the operation. outcome: OK, or the code of the first error.',
    labelNames: ['operation', 'outcome'],
    buckets: SECONDS,
    registers: [this.registry],
  });

  constructor({ health, isReady }: MetricSources) {
    const registers = [this.registry];
    collectDefaultMetrics({ register: this.registry });
    const faces = new Gauge({
      name: 'rollcall_face_engine',
      help: 'workers: face workers; idle: those without work; queued: photos that wait for one.',
      labelNames: ['what'],
      registers,
      collect: () => {
        for (const [what, count] of Object.entries(health())) faces.set({ what }, count);
      },
    });
    const ready: Gauge = new Gauge({
      name: 'rollcall_ready',
      help: '1: the API can serve; 0: it cannot, as /readyz says.',
      registers,
      collect: async (): Promise<void> => ready.set((await isReady()) ? 1 : 0),
    });
  }

  /** Times every request that comes after it. */
  readonly timeRequests: RequestHandler = (request, response, next) => {
    const { method, path } = request;
    const route = ROUTES.find((known) => path === known || path.startsWith(`${known}/`)) ?? 'other';
    const end = this.requests.startTimer({ method, route });
    response.once('close', () => end({ status: String(response.statusCode) }));
    next();
  };

  /** @returns what ends the timing */
  timeOperation(): (operation: string, outcome: string) => void {
    const end = this.operations.startTimer();
    return (operation, outcome) => void end({ operation, outcome });
  }

  /** In the text format of Prometheus. */
  async read(): Promise<{ readonly contentType: string; readonly text: string }> {
    return { contentType: this.registry.contentType, text: await this.registry.metrics() };
  }
}
