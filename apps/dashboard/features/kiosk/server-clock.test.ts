import { describe, expect, it } from 'vitest';
import { ServerClock } from './server-clock';

const SERVER = Date.parse('2026-11-27T08:00:00Z');

function clockAt(clockMs: number) {
  const time = { clock: clockMs, steady: 5_000 };
  const clock = new ServerClock({ clockMs: () => time.clock, steadyMs: () => time.steady });
  return { time, clock };
}

describe('the time of the server', () => {
  it('is that of the device until the server has answered', () => {
    expect(clockAt(SERVER + 600_000).clock.nowMs()).toBe(SERVER + 600_000);
  });

  it('goes on from the last answer, whatever happens to the clock of the device', () => {
    const { time, clock } = clockAt(SERVER + 600_000);
    expect(clock.learn('Fri, 27 Nov 2026 08:00:00 GMT')).toBe(600_000);
    time.steady += 90_000;
    time.clock = 0;
    expect(clock.nowMs()).toBe(SERVER + 90_000);
    expect(clock.clockMs()).toBe(0);
  });

  it.each([null, '', 'soon'])('is not changed by an answer that says %j', (header) => {
    const { clock } = clockAt(SERVER);
    expect(clock.learn(header)).toBe(0);
    expect(clock.nowMs()).toBe(SERVER);
  });
});
