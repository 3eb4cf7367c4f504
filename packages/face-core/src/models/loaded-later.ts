/** Something that is loaded when it is first asked for, once for all who ask. A failure is not kept: the next one tries again. */
export class LoadedLater<T> {
  private loading: Promise<T> | undefined;

  constructor(private readonly load: () => Promise<T>) {}

  get(): Promise<T> {
    this.loading ??= this.load().catch((error: unknown) => {
      this.loading = undefined;
      throw error;
    });
    return this.loading;
  }
}
