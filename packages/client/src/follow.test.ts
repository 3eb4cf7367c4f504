import { describe, expect, it } from 'vitest';
import { RollcallClient } from './index.js';

interface Message {
  readonly type: string;
  readonly id?: string;
  readonly payload?: { readonly variables?: { readonly after?: unknown }; readonly authorization?: unknown };
}
type Event = { readonly cursor: string; readonly id: string };
interface Script {
  readonly events: readonly Event[];
  /** How the socket ends after them; a list: the errors of GraphQL. */
  readonly end: number | readonly { message: string; extensions: object }[] | 'complete';
}

/** A client whose sockets speak one script after the other. */
function clientOf(...scripts: Script[]) {
  const asked: unknown[] = [];
  const waits: number[] = [];
  class Socket {
    static readonly CONNECTING = 0;
    static readonly OPEN = 1;
    static readonly CLOSING = 2;
    static readonly CLOSED = 3;
    readyState = Socket.OPEN;
    onopen = (): void => undefined;
    onclose = (_event: object): void => undefined;
    onerror = (): void => undefined;
    onmessage = (_event: { data: string }): void => undefined;
    private readonly script = scripts.shift();

    constructor() {
      queueMicrotask(() => this.onopen());
    }

    send(text: string): void {
      const { type, id, payload } = JSON.parse(text) as Message;
      if (type === 'connection_init') this.tell({ type: 'connection_ack' });
      if (type !== 'subscribe') return;
      asked.push(payload?.variables?.after);
      const { events = [], end = 4401 } = this.script ?? {};
      for (const { cursor, id: node } of events)
        this.tell({ type: 'next', id, payload: { data: { attendanceRecorded: { cursor, node: { id: node } } } } });
      if (end === 'complete') this.tell({ type: 'complete', id });
      else if (typeof end === 'number') queueMicrotask(() => this.close(end, 'as told'));
      else this.tell({ type: 'error', id, payload: end });
    }

    close(code = 1000, reason = ''): void {
      if (this.readyState === Socket.CLOSED) return;
      this.readyState = Socket.CLOSED;
      this.onclose({ code, reason, wasClean: code === 1000 });
    }

    private tell(message: object): void {
      queueMicrotask(() => this.onmessage({ data: JSON.stringify(message) }));
    }
  }
  const retry = { wait: async (ms: number) => void waits.push(ms), random: () => 0 };
  const client = new RollcallClient({ url: 'https://rollcall.test', apiKey: 'rk_test', webSocket: Socket, retry });
  const heard = async () => {
    const ids: string[] = [];
    for await (const { node } of client.attendanceRecorded()) ids.push(node.id);
    return ids;
  };
  return { client, heard, asked, waits };
}

const at = (cursor: string, id = cursor): Event => ({ cursor, id });

describe('a subscription', () => {
  it('goes on behind the last event after a break, and tells a double once', async () => {
    const { heard, asked } = clientOf(
      { events: [at('1'), at('2')], end: 1006 },
      { events: [at('2'), at('3', '2'), at('4')], end: 1001 },
      { events: [at('5')], end: 'complete' },
    );
    expect(await heard()).toEqual(['1', '2', '4', '5']);
    expect(asked).toEqual([undefined, '2', '4']);
  });

  it('waits longer while nothing comes, and shortly again after an event', async () => {
    const { heard, waits } = clientOf(
      { events: [], end: 1006 },
      { events: [], end: 4429 },
      { events: [at('1')], end: 1006 },
      { events: [], end: 'complete' },
    );
    await heard();
    expect(waits).toEqual([125, 250, 125]);
  });

  it.each([
    [4401, 'UNAUTHENTICATED'],
    [4403, 'FORBIDDEN'],
    [[{ message: 'too old', extensions: { code: 'RESYNC_REQUIRED' } }], 'RESYNC_REQUIRED'],
  ] as const)('ends with an error where going on makes no sense: %j', async (end, code) => {
    const { heard, asked } = clientOf({ events: [at('1')], end });
    await expect(heard()).rejects.toMatchObject({ code });
    expect(asked).toHaveLength(1);
  });

  it('begins where its reader has stopped', async () => {
    const { client, asked } = clientOf({ events: [at('8')], end: 'complete' });
    for await (const { cursor } of client.attendanceRecorded({ after: '7' })) expect(cursor).toBe('8');
    expect(asked).toEqual(['7']);
  });
});
