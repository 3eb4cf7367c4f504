import type { FaceEngine } from '@rollcall/face-core';
import { VERSION } from '../../version.js';
import type { Health } from './health.types.js';

export class HealthService {
  constructor(
    private readonly ping: () => Promise<void>,
    private readonly engine: FaceEngine,
  ) {}

  async report(): Promise<Health> {
    const { engine } = this;
    const status = (await this.isReady()) ? 'ok' : 'database not reachable';
    return { status, version: VERSION, engine: engine.engine, pack: engine.pack, modelId: engine.modelId };
  }

  /** True if a request would find what it needs. */
  isReady(): Promise<boolean> {
    return this.ping().then(
      () => true,
      () => false,
    );
  }
}
