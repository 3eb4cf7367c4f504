import type { GraphQLFormattedError } from 'graphql';
import { type Client, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { Credentials } from './graphql-test-client.js';

export interface LiveAnswer {
  // biome-ignore lint/suspicious/noExplicitAny: the answer has the shape the test asked for
  readonly data?: any;
  readonly errors?: readonly GraphQLFormattedError[];
}

export interface Closing {
  readonly code: number;
  readonly reason: string;
}

/** Listens as a foreign program would: over a WebSocket of its own, with a cookie or a key. */
export class LiveClient {
  private readonly client: Client;
  /** Resolves when the server has let us in. */
  readonly opened: Promise<void>;
  /** Resolves with how the socket ended. */
  readonly closed: Promise<Closing>;

  constructor(url: string, { authorization, ...headers }: Credentials) {
    let opened: () => void = () => undefined;
    let closed: (closing: Closing) => void = () => undefined;
    this.opened = new Promise((resolve) => {
      opened = resolve;
    });
    this.closed = new Promise((resolve) => {
      closed = resolve;
    });
    class Socket extends WebSocket {
      constructor(address: string, protocols: string[]) {
        super(address, protocols, { headers });
      }
    }
    this.client = createClient({
      url: `${url.replace('http', 'ws')}/graphql`,
      webSocketImpl: Socket,
      retryAttempts: 0,
      lazy: false,
      onNonLazyError: () => undefined,
      ...(authorization === undefined ? {} : { connectionParams: { authorization } }),
      on: {
        connected: () => opened(),
        closed: (event) => closed(event as Closing),
      },
    });
  }

  /** What is told, from now on. `started` resolves when the server has begun to listen for us: with a first answer or not. */
  follow(query: string, variables: Record<string, unknown> = {}): AsyncIterableIterator<LiveAnswer> {
    return this.client.iterate({ query, variables }) as AsyncIterableIterator<LiveAnswer>;
  }

  /** The first answer, whatever it says. */
  async first(query: string, variables: Record<string, unknown> = {}): Promise<LiveAnswer> {
    try {
      for await (const answer of this.follow(query, variables)) return answer;
      return {};
    } catch (errors) {
      return { errors: errors as readonly GraphQLFormattedError[] };
    }
  }

  async close(): Promise<void> {
    await this.client.dispose();
  }
}

export const codeOfAnswer = ({ errors }: LiveAnswer): unknown => errors?.[0]?.extensions?.code ?? 'passed';
