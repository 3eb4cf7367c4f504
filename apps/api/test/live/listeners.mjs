import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

const MARKS = 'subscription ($after: String) { attendanceRecorded(after: $after) { cursor node { id } } }';
const LONGEST_PAUSE_MS = 1_000;

/** A listener as an honest program is one: it comes back after an outage with the cursor of the last mark that it saw. */
export class Listener {
  /** Ids in the order in which they were told, doubles taken out. */
  seen = [];
  doubles = 0;
  resumed = 0;
  refusals = [];
  #ids = new Set();
  #cursor = null;
  #client;
  #isOver = false;
  #following;

  constructor(url, key) {
    this.#client = createClient({
      url: `${url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${key}` },
      retryAttempts: 0,
    });
    this.#following = this.#follow();
  }

  has(id) {
    return this.#ids.has(id);
  }

  async end() {
    this.#isOver = true;
    await this.#client.dispose();
    await this.#following;
  }

  async #follow() {
    let pauseMs = 50;
    while (!this.#isOver) {
      try {
        for await (const { data, errors } of this.#client.iterate({
          query: MARKS,
          variables: { after: this.#cursor },
        })) {
          if (errors) this.refusals.push(errors[0].extensions.code);
          if (!data) break;
          pauseMs = 50;
          this.#take(data.attendanceRecorded);
        }
      } catch {
        // The socket ended: the API was killed, or is not back yet.
      }
      if (this.#isOver) return;
      this.resumed += 1;
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
      pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2);
    }
  }

  #take({ cursor, node }) {
    this.#cursor = cursor;
    if (this.#ids.has(node.id)) {
      this.doubles += 1;
      return;
    }
    this.#ids.add(node.id);
    this.seen.push(node.id);
  }
}
