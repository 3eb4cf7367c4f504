/** Shape of one tensor as onnxruntime's profile has it: the type as the only key. */
type TypedShape = Readonly<Record<string, readonly number[]>>;

export interface ProfileEvent {
  readonly args?: {
    readonly op_name?: string;
    readonly input_type_shape?: readonly TypedShape[];
    readonly output_type_shape?: readonly TypedShape[];
  };
}

/**
 * Multiply-accumulates of all convolutions and matrix products in a profile of one unfused run. Element-wise work
 * (activations, additions, pooling) is left out: it is less than a hundredth in these nets.
 */
export function sumMacs(events: readonly ProfileEvent[]): number {
  return events.reduce((sum, { args }) => {
    const output = product(shapeOf(args?.output_type_shape, 0));
    const weights = shapeOf(args?.input_type_shape, 1);
    switch (args?.op_name) {
      // Weights are [out, in / groups, rows, columns]: each output value takes in / groups · rows · columns products.
      case 'Conv':
        return sum + output * product(weights.slice(1));
      // The inner size: the last of the left operand.
      case 'Gemm':
      case 'MatMul':
        return sum + output * (shapeOf(args?.input_type_shape, 0).at(-1) ?? 0);
      default:
        return sum;
    }
  }, 0);
}

function shapeOf(shapes: readonly TypedShape[] | undefined, index: number): readonly number[] {
  return Object.values(shapes?.[index] ?? {})[0] ?? [];
}

function product(shape: readonly number[]): number {
  return shape.reduce((result, side) => result * side, 1);
}
