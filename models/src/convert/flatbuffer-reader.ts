/**
 * Walks a FlatBuffer by field number, without a schema compiler. A table starts with the distance back to its vtable;
 * the vtable lists, after two sizes, the position of every field in the table, 0 if the field is left out.
 * Source: the "Internals" page of the FlatBuffers documentation. Reading past the end throws a RangeError.
 */
export class FlatTable {
  private constructor(
    private readonly view: DataView,
    private readonly position: number,
  ) {}

  /** The root table; `identifier` is the four letters that must stand at byte 4. */
  static root(bytes: Uint8Array, identifier: string): FlatTable {
    const found = new TextDecoder().decode(bytes.subarray(4, 8));
    if (found !== identifier) throw new Error(`The file is not ${identifier}: it says "${found}".`);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return new FlatTable(view, view.getUint32(0, true));
  }

  byte(field: number, fallback = 0): number {
    const at = this.#field(field);
    return at === undefined ? fallback : this.view.getInt8(at);
  }

  uint32(field: number, fallback = 0): number {
    const at = this.#field(field);
    return at === undefined ? fallback : this.view.getUint32(at, true);
  }

  string(field: number): string {
    return new TextDecoder().decode(this.bytes(field));
  }

  /** A vector of bytes, without a copy; empty if left out. */
  bytes(field: number): Uint8Array {
    const { start, length } = this.#vector(field);
    return new Uint8Array(this.view.buffer, this.view.byteOffset + start, length);
  }

  int32s(field: number): number[] {
    const { start, length } = this.#vector(field);
    return Array.from({ length }, (_, index) => this.view.getInt32(start + index * 4, true));
  }

  table(field: number): FlatTable | undefined {
    const at = this.#field(field);
    return at === undefined ? undefined : this.#follow(at);
  }

  tables(field: number): FlatTable[] {
    const { start, length } = this.#vector(field);
    return Array.from({ length }, (_, index) => this.#follow(start + index * 4));
  }

  #vector(field: number): { start: number; length: number } {
    const at = this.#field(field);
    if (at === undefined) return { start: 0, length: 0 };
    const start = at + this.view.getUint32(at, true);
    return { start: start + 4, length: this.view.getUint32(start, true) };
  }

  #follow(at: number): FlatTable {
    return new FlatTable(this.view, at + this.view.getUint32(at, true));
  }

  #field(field: number): number | undefined {
    const vtable = this.position - this.view.getInt32(this.position, true);
    const entry = 4 + field * 2;
    if (entry >= this.view.getUint16(vtable, true)) return undefined;
    const offset = this.view.getUint16(vtable + entry, true);
    return offset === 0 ? undefined : this.position + offset;
  }
}
