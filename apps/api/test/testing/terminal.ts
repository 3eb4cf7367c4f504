import { connect } from 'node:net';

/**
 * A terminal that pushes its log as the ZKTeco push protocol (ADMS) has it: asks for options, sends what was not yet
 * answered with `OK: n`, and forgets what was.
 */
export class Terminal {
  private waiting: string[] = [];
  private stamp = 1;
  sentTwice = 0;

  constructor(
    private readonly url: string,
    readonly serialNumber: string,
  ) {}

  /** Somebody puts a finger on the reader. `clock` is what the terminal shows. */
  punch(number: string, clock: string, state = 0): void {
    this.waiting.push(`${number}\t${clock}\t${state}\t1\t0\t0\t0`);
  }

  get waitingCount(): number {
    return this.waiting.length;
  }

  async handshake(): Promise<{ readonly status: number; readonly text: string }> {
    const response = await fetch(
      `${this.url}/iclock/cdata?SN=${this.serialNumber}&options=all&pushver=2.4.1&language=69`,
    );
    return { status: response.status, text: await response.text() };
  }

  /** Sends up to `count` waiting lines. @returns what was answered */
  async push(count = 100, table = 'ATTLOG'): Promise<string> {
    const lines = this.waiting.slice(0, count);
    const response = await fetch(this.address(table), { method: 'POST', body: `${lines.join('\n')}\n` });
    const text = await response.text();
    if (response.status === 200 && text.startsWith('OK:')) {
      this.waiting = this.waiting.slice(Number(text.slice(3)));
      this.stamp += 1;
    }
    return `${response.status} ${text.trim()}`;
  }

  /** The line goes dead after `part` (0 to 1) of the body; the terminal has heard no answer and keeps its lines. */
  async pushCutOff(count: number, part: number): Promise<void> {
    const body = `${this.waiting.slice(0, count).join('\n')}\n`;
    const { hostname, port, pathname, search } = new URL(this.address('ATTLOG'));
    const head = `POST ${pathname}${search} HTTP/1.1\r\nHost: ${hostname}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n`;
    const socket = connect(Number(port), hostname);
    await new Promise<void>((resolve, reject) => {
      socket.on('error', reject);
      socket.write(head + body.slice(0, Math.floor(body.length * part)), () => {
        socket.destroy();
        resolve();
      });
    });
  }

  /** Sends, and never hears the answer. */
  async pushUnheard(count = 100): Promise<void> {
    const before = [...this.waiting];
    await this.push(count);
    this.waiting = before;
    this.sentTwice += count;
  }

  async poll(): Promise<string> {
    return (await fetch(`${this.url}/iclock/getrequest?SN=${this.serialNumber}`)).text();
  }

  private address(table: string): string {
    return `${this.url}/iclock/cdata?SN=${this.serialNumber}&table=${table}&Stamp=${this.stamp}`;
  }
}
