/** The clock a test runs by: real time plus what it has put forward. */
export class TestClock {
  private offsetMs = 0;
  readonly now = (): Date => new Date(Date.now() + this.offsetMs);

  forward(ms: number): void {
    this.offsetMs += ms;
  }
}
