import { type ChildProcess, fork } from 'node:child_process';
import { assertNever, DomainError } from '@rollcall/contracts';
import type { FromWorker, ToWorker, WorkerSettings } from '../worker/protocol.js';
import { fromWireFailure } from '../worker/wire-failure.js';
import type { PoolTask } from './pool-task.js';

export interface PoolChildEvents {
  /** The models are loaded, or a job is done: it can take one. */
  readonly onIdle: () => void;
  /**
   * The process has ended, however it ended. `lost` is the job it had and did not answer; `startError` tells why it never
   * became ready, and is absent if it was.
   */
  readonly onGone: (lost: PoolTask | undefined, startError: DomainError | undefined) => void;
}

/** A child that has not loaded its models by then never will. */
const START_TIMEOUT_MS = 60_000;

/** One child process, which does one job at a time. */
export class PoolChild {
  private readonly process: ChildProcess;
  private readonly gone: Promise<void>;
  private state: 'STARTING' | 'READY' | 'ENDING' = 'STARTING';
  private startError: DomainError | undefined;
  private task: PoolTask | undefined;
  private timer: NodeJS.Timeout;

  constructor(
    entry: URL,
    settings: WorkerSettings,
    private readonly events: PoolChildEvents,
  ) {
    this.startError = new DomainError('INTERNAL_SERVER_ERROR', {
      internal: 'a face process ended before it was ready',
    });
    this.process = forkBare(entry, settings);
    this.process.on('message', (message: FromWorker) => this.receive(message));
    this.gone = new Promise((resolve) => {
      this.process.once('exit', () => resolve());
      // A process that never came to be does not exit; any other that reports an error is ended, and then exits.
      this.process.on('error', () => (this.pid === undefined ? resolve() : this.kill()));
    });
    this.timer = setTimeout(() => this.kill(), START_TIMEOUT_MS);
    this.gone.then(() => this.onGone());
    this.send({ kind: 'START', settings });
  }

  get pid(): number | undefined {
    return this.process.pid;
  }

  get isReady(): boolean {
    return this.state === 'READY';
  }

  get current(): PoolTask | undefined {
    return this.task;
  }

  /** Gives it a job. If there is no answer in time the job fails with `ENGINE_TIMEOUT` and the process is ended. */
  run(task: PoolTask, timeoutMs: number): void {
    this.task = task;
    this.timer = setTimeout(() => {
      this.task = undefined;
      this.kill();
      task.fail(new DomainError('ENGINE_TIMEOUT', { details: { timeoutMs } }));
    }, timeoutMs);
    task.begin();
    this.send({ kind: 'JOB', job: task.job });
  }

  /** Closes the channel, upon which the child ends itself, and waits until it is gone. */
  async close(graceMs: number): Promise<void> {
    this.state = 'ENDING';
    if (this.process.connected) this.process.disconnect();
    const timer = setTimeout(() => this.kill(), graceMs);
    await this.gone;
    clearTimeout(timer);
  }

  private kill(): void {
    this.state = 'ENDING';
    this.process.kill('SIGKILL');
  }

  private receive(message: FromWorker): void {
    switch (message.kind) {
      case 'STARTED':
        this.startError = undefined;
        this.becomeIdle();
        break;
      case 'START_FAILED':
        this.startError = fromWireFailure(message.failure);
        this.kill();
        break;
      case 'ANSWER': {
        const { task } = this;
        this.becomeIdle();
        task?.answer(message.answer);
        break;
      }
      default:
        assertNever(message);
    }
  }

  private becomeIdle(): void {
    clearTimeout(this.timer);
    this.task = undefined;
    if (this.state === 'ENDING') return;
    this.state = 'READY';
    this.events.onIdle();
  }

  private onGone(): void {
    clearTimeout(this.timer);
    this.state = 'ENDING';
    const lost = this.task;
    this.task = undefined;
    this.events.onGone(lost, this.startError);
  }

  private send(message: ToWorker): void {
    // A channel that closed in the meantime: the exit of the process is the event that counts.
    if (this.process.connected) this.process.send(message, () => {});
  }
}

/** It gets nothing of our environment: it needs none, and the secrets of the parent are none of its business. */
function forkBare(entry: URL, { engine, threads }: WorkerSettings): ChildProcess {
  return fork(entry, [], {
    serialization: 'advanced',
    execArgv: [],
    env: engine === 'tfjs-node' ? tensorFlowEnvironment(threads) : {},
    // What a library prints to stdout must not mix with what a command prints there.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}

/** TensorFlow takes its settings from the environment and nowhere else. Its log begins with warnings. */
function tensorFlowEnvironment(threads: number): Record<string, string> {
  return {
    TF_NUM_INTRAOP_THREADS: String(threads),
    TF_NUM_INTEROP_THREADS: '1',
    OMP_NUM_THREADS: String(threads),
    TF_CPP_MIN_LOG_LEVEL: '2',
  };
}
