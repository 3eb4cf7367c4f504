import { setTimeout as sleep } from 'node:timers/promises';

/** Between two faults: the load must get through again, or the second fault hits nothing. */
const CALM_MS = 1_500;
const FREEZE_MS = 10_000;

/** How often each fault happens. */
export const planOf = ({ kills, freezes, stops }) => [
  ...Array.from({ length: kills }, (_, index) => (index % 2 === 0 ? 'kill API' : 'kill mongod')),
  ...Array.from({ length: freezes }, () => 'freeze mongod'),
  ...Array.from({ length: stops }, () => 'stop API'),
];

/** Does one fault after the other while the load goes on. */
export async function causeFaults(plan, { mongo, api }, say) {
  for (const [index, fault] of plan.entries()) {
    await sleep(CALM_MS);
    const startedAt = Date.now();
    await ACTIONS[fault]({ mongo, api });
    say(`${index + 1}/${plan.length} ${fault}: back after ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
  }
  await sleep(CALM_MS);
}

const ACTIONS = {
  'kill mongod': async ({ mongo }) => {
    await mongo.kill();
    await mongo.start();
  },
  'kill API': async ({ api }) => {
    await api.kill();
    await api.start();
  },
  'freeze mongod': ({ mongo }) => mongo.freeze(FREEZE_MS),
  'stop API': async ({ api }) => {
    const code = await api.stop();
    if (code !== 0) throw new Error(`the API did not stop in order: exit code ${code}`);
    await api.start();
  },
};
