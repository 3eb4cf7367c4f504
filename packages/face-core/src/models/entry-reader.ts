/** Reads the fields of one entry of a file that a person wrote; every fault is one sentence that names file and field. */
export class EntryReader {
  constructor(
    private readonly file: string,
    private readonly entry: unknown,
  ) {}

  fault(what: string): RangeError {
    const id = this.value('id');
    return new RangeError(`In ${this.file}${typeof id === 'string' ? `, entry ${id}` : ''}: ${what}.`);
  }

  /** A part of the entry with the same file in its faults. */
  inner(part: unknown): EntryReader {
    return new EntryReader(this.file, part);
  }

  value(key: string): unknown {
    const isObject = typeof this.entry === 'object' && this.entry !== null;
    return isObject ? (this.entry as Record<string, unknown>)[key] : undefined;
  }

  object(key: string): EntryReader {
    const value = this.value(key);
    if (typeof value !== 'object' || value === null) throw this.fault(`"${key}" is missing`);
    return this.inner(value);
  }

  list(key: string): readonly unknown[] {
    const value = this.value(key);
    if (!Array.isArray(value)) throw this.fault(`"${key}" must be a list`);
    return value;
  }

  optionalList(key: string): readonly unknown[] {
    return this.value(key) === undefined ? [] : this.list(key);
  }

  optionalText(key: string): string | null {
    const value = this.value(key);
    if (value === undefined) return null;
    if (typeof value !== 'string' || value === '') throw this.fault(`"${key}" must be a text`);
    return value;
  }

  match(key: string, pattern: RegExp, rule: string): string {
    const value = this.value(key);
    if (typeof value !== 'string' || !pattern.test(value)) throw this.fault(`"${key}" ${rule}`);
    return value;
  }

  choice<T extends string>(key: string, choices: readonly T[], fallback?: T): T {
    const value = this.value(key) ?? fallback;
    const found = choices.find((choice) => choice === value);
    if (found === undefined) throw this.fault(`"${key}" must be ${choices.join(' or ')}`);
    return found;
  }

  number(key: string): number {
    const value = this.value(key);
    if (typeof value !== 'number' || !Number.isFinite(value)) throw this.fault(`"${key}" must be a number`);
    return value;
  }

  whole(key: string, low: number, high: number): number {
    const value = this.number(key);
    if (!Number.isInteger(value) || value < low || value > high)
      throw this.fault(`"${key}" must be a whole number from ${low} to ${high}`);
    return value;
  }

  numbers(key: string, length: number): readonly number[] {
    const value = this.value(key);
    const isFine = Array.isArray(value) && value.length === length && value.every(Number.isFinite);
    if (!isFine) throw this.fault(`"${key}" must be ${length} numbers`);
    return value as number[];
  }
}
